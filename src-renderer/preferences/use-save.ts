import { useCallback, useState } from 'react';
import type { CommandName, Input } from '../../src-shared/ipc';
import type { PreferencesChange } from '../../src-shared/preferences';
import { useParts, useWords } from '../app-context';

export type Save = (change: PreferencesChange) => Promise<boolean>;

export type Act = <Name extends CommandName>(name: Name, input: Input<Name>) => Promise<boolean>;

/** Saves one change, or does one thing; what went wrong is said on the page. */
export function useSave(): { readonly save: Save; readonly act: Act; readonly error: string | null } {
  const { messages } = useWords();
  const { bridge } = useParts();
  const [error, setError] = useState<string | null>(null);
  const act: Act = useCallback(
    async (name, input) => {
      const reply = await bridge.call(name, input);
      if (reply.ok) setError(null);
      else {
        const { what } = messages.failures[reply.failure.kind](reply.failure);
        setError(messages.pages.preferences.notSaved(what));
      }
      return reply.ok;
    },
    [bridge, messages],
  );
  const save: Save = useCallback((change) => act('preferences', change), [act]);
  return { save, act, error };
}
