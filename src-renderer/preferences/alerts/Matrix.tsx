import { Plus, X } from 'lucide-react';
import { ToastRule } from '../../../src-shared/alert-rules';
import { LEVELS } from '../../../src-shared/notification';
import { TYPE_KEYS, type TypeKey } from '../../../src-shared/preferences';
import { useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { LevelIcon } from '../../ui/LevelIcon';
import { Menu } from '../../ui/Menu';
import { Select } from '../../ui/Select';
import type { ControlProps } from '../setting';
import { useAlertRules } from './use-alert-rules';
import './alerts.css';

/** A rule for each type, and below it those that a level has instead: only where there is one. */
export function Matrix({ locked }: ControlProps) {
  return (
    <div className="rules">
      {TYPE_KEYS.map((type) => (
        <OfType key={type} type={type} locked={locked} />
      ))}
    </div>
  );
}

function OfType({ type, locked }: { readonly type: TypeKey; readonly locked: boolean }) {
  const { messages } = useWords();
  const words = messages.alerts.rules;
  const { levels, typeNames } = messages.titles;
  const { rules, change } = useAlertRules();
  const { toasts, toastsByLevel } = rules;
  const name = typeNames[type];
  const options = ToastRule.options.map((rule) => ({
    value: rule,
    label: messages.pages.preferences.rules[rule],
  }));
  const own = LEVELS.toReversed().filter((level) => toastsByLevel[`${type}/${level}`] !== undefined);
  const free = LEVELS.toReversed().filter((level) => !own.includes(level));
  return (
    <>
      <div className="field rule-of-type">
        <span className="label">{name}</span>
        <span className="rule-acts">
          <Select
            label={words.of(name)}
            value={toasts[type]}
            options={options}
            disabled={locked}
            onChange={(rule) => change({ toasts: { [type]: rule } })}
          />
          <Menu
            trigger={
              <Button look="quiet" icon aria-label={words.addOf(name)} disabled={locked || free.length === 0}>
                <Plus size={14} aria-hidden />
              </Button>
            }
            entries={free.map((level) => ({
              label: words.level(levels[level]),
              act: () => change({ toastsByLevel: { ...toastsByLevel, [`${type}/${level}`]: toasts[type] } }),
            }))}
          />
        </span>
      </div>
      {own.map((level) => {
        const key = `${type}/${level}`;
        const { [key]: rule = 'badge', ...others } = toastsByLevel;
        return (
          <div key={level} className="field rule-of-level">
            <span className="rule-level">
              <LevelIcon look={level} /> {levels[level]}
            </span>
            <span className="rule-acts">
              <Select
                label={words.exception(name, levels[level])}
                value={rule}
                options={options}
                disabled={locked}
                onChange={(next) => change({ toastsByLevel: { ...toastsByLevel, [key]: next } })}
              />
              <Button
                look="quiet"
                icon
                disabled={locked}
                aria-label={words.remove(name, levels[level])}
                onClick={() => change({ toastsByLevel: others })}
              >
                <X size={14} aria-hidden />
              </Button>
            </span>
          </div>
        );
      })}
    </>
  );
}
