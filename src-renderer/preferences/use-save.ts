import { useCallback, useMemo, useState } from 'react';
import type { Failure } from '../../src-shared/app-error';
import type { CommandName, Input } from '../../src-shared/ipc';
import type { PreferenceName, PreferencesChange } from '../../src-shared/preferences';
import { useParts, useWords } from '../app-context';

/** @returns whether it was saved; what went wrong is said on the page */
type Save = (change: PreferencesChange) => Promise<boolean>;

type Act = <Name extends CommandName>(name: Name, input: Input<Name>) => Promise<boolean>;

export interface Saving {
  readonly save: Save;
  readonly act: Act;
  /** To their defaults, with an Undo. @param label what is reset; `null`: everything */
  readonly reset: (names: readonly PreferenceName[] | null, label: string | null) => Promise<void>;
  /** For what calls main itself. */
  readonly failed: (failure: Failure) => void;
}

/** Saves one change, or does one thing; what went wrong is said on the page. */
export function useSave(): { readonly saving: Saving; readonly error: string | null } {
  const { messages } = useWords();
  const { bridge, acts } = useParts();
  const [error, setError] = useState<string | null>(null);
  const failed = useCallback(
    (failure: Failure) => {
      const { what, next } = messages.failures[failure.kind](failure);
      setError(`${messages.pages.preferences.notSaved(what)} ${next}`);
    },
    [messages],
  );
  const act: Act = useCallback(
    async (name, input) => {
      const reply = await bridge.call(name, input);
      if (reply.ok) setError(null);
      else failed(reply.failure);
      return reply.ok;
    },
    [bridge, failed],
  );
  const save: Save = useCallback((change) => act('preferences', change), [act]);
  const reset: Saving['reset'] = useCallback(
    async (names, label) => {
      const reply = await bridge.call('preferencesReset', { names: names && [...names] });
      if (!reply.ok) return failed(reply.failure);
      setError(null);
      const { act: done, names: moved } = reply.value;
      acts.say({ kind: 'reset', act: done, label, count: moved.length });
    },
    [bridge, acts, failed],
  );
  const saving = useMemo(() => ({ save, act, reset, failed }), [save, act, reset, failed]);
  return { saving, error };
}
