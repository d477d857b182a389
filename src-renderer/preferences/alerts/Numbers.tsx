import { useId } from 'react';
import { defaultPreferences } from '../../../src-shared/preferences';
import { useWords } from '../../app-context';
import { Switch } from '../../ui/Switch';
import type { ControlProps } from '../setting';
import { WholeNumber } from '../WholeNumber';
import { useAlertRules } from './use-alert-rules';
import './alerts.css';

/** Bounds of `alertEntries`. */
const WAIT = { least: 0, most: 300 };
const CHANGES = { least: 3, most: 50 };
const MINUTES = { least: 1, most: 60 };

export function WaitSeconds({ ids }: ControlProps) {
  const words = useWords().messages.alerts.wait;
  const { rules, change } = useAlertRules();
  return (
    <WholeNumber
      ids={ids}
      value={rules.holdDownSeconds}
      {...WAIT}
      unit={words.unit}
      onSave={async (holdDownSeconds) => {
        change({ holdDownSeconds });
        return true;
      }}
    />
  );
}

/** So many changes in so many minutes; off is no changes at all. */
export function Flapping({ locked }: ControlProps) {
  const words = useWords().messages.alerts.flapping;
  const { rules, change } = useAlertRules();
  const id = useId();
  const on = rules.flapChanges !== 0;
  return (
    <div className="flapping">
      <span className="flapping-on">
        <Switch
          labelledBy={id}
          checked={on}
          disabled={locked}
          onChange={(next) => change({ flapChanges: next ? defaultPreferences.flapChanges : 0 })}
        />
        <span id={id}>{words.on}</span>
      </span>
      {on && (
        <>
          <WholeNumber
            ids={{ 'aria-label': words.changes }}
            value={rules.flapChanges}
            {...CHANGES}
            unit={words.changesUnit}
            onSave={async (flapChanges) => {
              change({ flapChanges });
              return true;
            }}
          />
          <span aria-hidden>{words.within}</span>
          <WholeNumber
            ids={{ 'aria-label': words.minutes }}
            value={rules.flapMinutes}
            {...MINUTES}
            unit={words.minutesUnit}
            onSave={async (flapMinutes) => {
              change({ flapMinutes });
              return true;
            }}
          />
        </>
      )}
    </div>
  );
}

const flag = (name: 'criticalBreaksThrough' | 'escalate') =>
  function Flag({ ids, locked }: ControlProps) {
    const { rules, change } = useAlertRules();
    return (
      <Switch
        labelledBy={ids['aria-labelledby']}
        describedBy={ids['aria-describedby']}
        checked={rules[name]}
        disabled={locked}
        onChange={(on) => change({ [name]: on })}
      />
    );
  };
export const BreaksThrough = flag('criticalBreaksThrough');
export const Escalate = flag('escalate');
