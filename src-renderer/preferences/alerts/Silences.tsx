import { useApp, useWords } from '../../app-context';
import { MOST_SILENCES, standing, useSilenceName, useSilences } from '../../silencing';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/use-now';
import type { ControlProps } from '../setting';
import { AddSilence } from './AddSilence';
import { useMoment } from './use-moment';
import './alerts.css';

const HOUR = 3_600_000;
const LONGEST = 7 * 24 * HOUR;

/** Those that stand, each with its end. They act at once, and are no part of a draft. */
export function Silences({ locked }: ControlProps) {
  const words = useWords().messages.alerts.silences;
  const now = useNow(10_000);
  const moment = useMoment(now);
  const nameOf = useSilenceName();
  const { silence, end } = useSilences();
  const all = standing(
    useApp((state) => state.preferences.silences),
    now,
  );
  return (
    <>
      {all.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="silences" aria-label={words.label}>
        {all.map(({ id, what, until }) => {
          const name = nameOf(what);
          return (
            <li key={id} className="silence">
              <span>
                <span className="label">{name}</span>{' '}
                <span className="muted">{words.until(moment(until))}</span>
              </span>
              <span className="rule-acts">
                <Button
                  small
                  disabled={locked || until + HOUR > now + LONGEST}
                  aria-label={words.extendOf(name)}
                  onClick={() => void silence(what, until + HOUR)}
                >
                  {words.extend}
                </Button>
                <Button small disabled={locked} aria-label={words.endOf(name)} onClick={() => void end(id)}>
                  {words.end}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {all.length >= MOST_SILENCES ? <p className="muted">{words.most}</p> : <AddSilence locked={locked} />}
    </>
  );
}
