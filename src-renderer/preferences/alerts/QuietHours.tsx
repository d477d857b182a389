import { useState } from 'react';
import { quietTimes } from '../../../src-shared/quiet-times';
import type { QuietHours as Window } from '../../../src-shared/alert-rules';
import { useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/use-now';
import type { ControlProps } from '../setting';
import { QuietWindow } from './QuietWindow';
import { useAlertRules } from './use-alert-rules';
import { useMoment } from './use-moment';
import './alerts.css';
import './quiet-hours.css';

const MOST = 21;
/** What most people want, to begin with. */
const NIGHT: Window = { days: [0, 1, 2, 3, 4, 5, 6], from: 22 * 60, to: 7 * 60 };

/** Windows of the week; below them what is so now, or comes next. */
export function QuietHours({ locked }: ControlProps) {
  const words = useWords().messages.alerts.quiet;
  const { rules, change } = useAlertRules();
  const [made, setMade] = useState(-1);
  const all = rules.quietHours;
  const put = (quietHours: readonly Window[]): void => change({ quietHours: [...quietHours] });
  return (
    <>
      {all.map((one, index) => (
        <QuietWindow
          key={index}
          n={index + 1}
          window={one}
          locked={locked}
          isNew={index === made}
          onChange={(next) => put(all.with(index, next))}
          onRemove={() => {
            setMade(-1);
            put(all.toSpliced(index, 1));
          }}
        />
      ))}
      <div className="rule-foot">
        <Button
          disabled={locked || all.length >= MOST}
          onClick={() => {
            setMade(all.length);
            put([...all, NIGHT]);
          }}
        >
          {words.add}
        </Button>
        {all.length >= MOST && <span className="muted">{words.most}</span>}
        {all.length > 0 && <NextChange hours={all} />}
      </div>
    </>
  );
}

function NextChange({ hours }: { readonly hours: readonly Window[] }) {
  const words = useWords().messages.alerts.quiet;
  const now = useNow(60_000);
  const moment = useMoment(now);
  const times = quietTimes(hours, now);
  if (!times) return null;
  const { from, until } = times;
  const text =
    until === null
      ? words.always
      : from <= now
        ? words.now(moment(until))
        : words.next(moment(from), moment(until));
  return <span className="muted">{text}</span>;
}
