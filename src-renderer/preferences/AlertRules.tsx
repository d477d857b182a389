import { ToastRule } from '../../src-shared/alert-rules';
import { TYPE_KEYS } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Select } from '../ui/Select';
import type { Save } from './use-save';

/** What an arrival of each type does. */
export function AlertRules({ save }: { readonly save: Save }) {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const toasts = useApp((state) => state.preferences.toasts);
  const options = ToastRule.options.map((rule) => ({ value: rule, label: words.rules[rule] }));
  return (
    <section>
      <h2>{words.alerts}</h2>
      <p className="muted">{words.alertsHint}</p>
      <div className="group rules">
        {TYPE_KEYS.map((key) => (
          <div key={key} className="field">
            <span className="label">{messages.titles.typeNames[key]}</span>
            <Select
              label={words.ruleOf(messages.titles.typeNames[key])}
              value={toasts[key]}
              options={options}
              onChange={(rule) => void save({ toasts: { [key]: rule } })}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
