import { useCallback, useState } from 'react';
import type { PreferencesChange } from '../../src-shared/preferences';
import { useParts, useWords } from '../app-context';

export type Save = (change: PreferencesChange) => Promise<boolean>;

/** Saves one change; what went wrong is said on the page. */
export function useSave(): { readonly save: Save; readonly error: string | null } {
  const { messages } = useWords();
  const { bridge } = useParts();
  const [error, setError] = useState<string | null>(null);
  const save = useCallback(
    async (change: PreferencesChange) => {
      const reply = await bridge.call('preferences', change);
      if (reply.ok) setError(null);
      else {
        const { what } = messages.failures[reply.failure.kind](reply.failure);
        setError(messages.pages.preferences.notSaved(what));
      }
      return reply.ok;
    },
    [bridge, messages],
  );
  return { save, error };
}
