import { ToastRule } from '../../src-shared/alert-rules';
import { TYPE_KEYS } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Select } from '../ui/Select';
import type { ControlProps } from './setting';

/** What an arrival of each type does. */
export function AlertRules({ save, locked }: ControlProps) {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const toasts = useApp((state) => state.preferences.toasts);
  const options = ToastRule.options.map((rule) => ({ value: rule, label: words.rules[rule] }));
  return (
    <div className="rules">
      {TYPE_KEYS.map((key) => (
        <div key={key} className="field">
          <span className="label">{messages.titles.typeNames[key]}</span>
          <Select
            label={words.ruleOf(messages.titles.typeNames[key])}
            value={toasts[key]}
            options={options}
            disabled={locked}
            onChange={(rule) => void save({ toasts: { [key]: rule } })}
          />
        </div>
      ))}
    </div>
  );
}
