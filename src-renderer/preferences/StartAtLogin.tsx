import { useId } from 'react';
import { useApp, useWords } from '../app-context';
import { Switch } from '../ui/Switch';
import type { Act } from './use-save';

/** Shows what the system has, not what was asked for: the two may differ. */
export function StartAtLogin({ act }: { readonly act: Act }) {
  const words = useWords().messages.pages.preferences;
  const on = useApp((state) => state.startAtLogin);
  const id = useId();
  return (
    <div className="field">
      <span className="label" id={id}>
        {words.startAtLogin}
      </span>
      <Switch labelledBy={id} checked={on} onChange={(next) => void act('startAtLogin', { on: next })} />
      <span className="hint">{words.startAtLoginHint}</span>
    </div>
  );
}
