import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AccountState, AppState } from '../src-shared/app-state';
import type { TitleTools } from '../src-shared/titles';
import type { Words } from '../src-shared/messages/words';
import type { AppParts, Ui } from './app-store';

/** Handed down instead of imported: a test brings its own bridge. */
export const AppContext = createContext<AppParts | null>(null);

export function useParts(): AppParts {
  const parts = use(AppContext);
  if (!parts) throw new Error('outside of the app');
  return parts;
}

export const useUi = <T>(pick: (ui: Ui) => T): T => useStore(useParts().store, pick);
export const useActs = (): AppParts['acts'] => useParts().acts;

/** A part of main's state. Pages are only shown once it is there. */
export const useApp = <T>(pick: (state: AppState) => T): T => useUi((ui) => pick(ui.app!));

export const useAccount = (id: string): AccountState | undefined =>
  useApp((state) => state.accounts.find((one) => one.id === id));

export function useWords(): Words {
  const { words } = useParts();
  return words(useUi((ui) => ui.app?.language ?? 'en'));
}

/** What titles are made with. */
export function useTitleTools(): TitleTools {
  const { messages, format } = useWords();
  const names = useApp((state) => state.preferences.subjectNames);
  return useMemo(() => ({ messages, format, names }), [messages, format, names]);
}
