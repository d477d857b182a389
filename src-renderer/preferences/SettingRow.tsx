import { Lock } from 'lucide-react';
import { useId } from 'react';
import { defaultPreferences, sameValue } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import type { Setting } from './setting';
import type { Saving } from './use-save';

/** One setting: what it is, what it does, its control; its default and how to get back to it; who has locked it. */
export function SettingRow({ setting, saving }: { readonly setting: Setting; readonly saving: Saving }) {
  const { id, names, text, wide = false, Control } = setting;
  const { messages } = useWords();
  const key = useId();
  const preferences = useApp((state) => state.preferences);
  const locked = useApp(({ locks }) => names.some((name) => locks.names.includes(name)));
  const { label, hint } = text(messages, preferences);
  const differs = names.some((name) => !sameValue(preferences[name], defaultPreferences[name]));
  const ids = {
    id: key,
    'aria-labelledby': `${key}-label`,
    'aria-describedby': `${key}-hint ${key}-state`,
  };
  return (
    <fieldset
      className={wide ? 'field wide setting' : 'field setting'}
      aria-labelledby={ids['aria-labelledby']}
      data-setting={id}
    >
      <label id={ids['aria-labelledby']} htmlFor={key}>
        {label}
      </label>
      {hint !== undefined && (
        <div id={`${key}-hint`} className="hint">
          {hint}
        </div>
      )}
      <fieldset className="setting-control" role="presentation" disabled={locked}>
        <Control ids={ids} locked={locked} {...saving} />
      </fieldset>
      <div id={`${key}-state`} className="setting-state">
        {locked ? <Locked /> : differs && <Differs setting={setting} label={label} saving={saving} />}
      </div>
    </fieldset>
  );
}

/** In words, and in the order of the Tab key: a disabled control is not, and gives no reason. */
function Locked() {
  const words = useWords().messages.pages.preferences.setting;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <span className="setting-lock" role="note" tabIndex={0}>
      <Lock size={12} aria-hidden />
      {words.locked}
    </span>
  );
}

interface DiffersProps {
  readonly setting: Setting;
  readonly label: string;
  readonly saving: Saving;
}

function Differs({ setting: { names, defaults }, label, saving }: DiffersProps) {
  const words = useWords();
  const said = words.messages.pages.preferences.setting;
  return (
    <>
      {defaults && <span>{said.default(defaults(words))}</span>}
      <Button look="link" aria-label={said.resetOf(label)} onClick={() => void saving.reset(names, label)}>
        {said.reset}
      </Button>
    </>
  );
}
