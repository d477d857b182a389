import { useRef, useState } from 'react';
import { snoozeChoices } from '../../src-shared/moments';
import type { NotificationKey } from '../../src-shared/notification';
import { MOST_SNOOZE_MS } from '../../src-shared/snooze';
import { useActs, useUi, useWords } from '../app-context';
import { Dialog } from '../ui/Dialog';
import { Choices } from './Choices';
import { TimeForm } from './TimeForm';
import './later.css';

interface Props {
  readonly keys: readonly NotificationKey[];
  readonly onClose: () => void;
}

/** Until when items leave the inbox: a few times to choose, or another one. */
export function SnoozeDialog({ keys, onClose }: Props) {
  const { messages, format } = useWords();
  const { later } = messages;
  const words = later.snooze;
  const acts = useActs();
  const away = useUi((ui) => ui.filter.snoozed === true);
  const first = useRef<HTMLButtonElement>(null);
  const [now] = useState(() => Date.now());
  const [asking, setAsking] = useState(false);
  const put = (until: number): void => {
    void acts.snooze(keys, until);
    onClose();
  };
  const back = (): void => {
    void acts.unsnooze(keys);
    onClose();
  };
  const given = snoozeChoices(now).map((one) => ({
    label:
      one.kind === 'minutes'
        ? later.minutes(one.minutes)
        : later.morning(format.time(one.until), !format.sameDay(one.until, now)),
    ...(one.kind === 'minutes' && { at: format.moment(one.until, now) }),
    act: () => put(one.until),
  }));
  const shown = format.number(keys.length);
  return (
    <Dialog
      title={words.title(keys.length, shown)}
      closeLabel={messages.pages.frame.close}
      onClose={onClose}
      focus={first}
    >
      <p className="muted">{words.about(keys.length)}</p>
      {asking ? (
        <TimeForm
          most={MOST_SNOOZE_MS}
          days={7}
          hint={words.timeHint}
          tooFar={(at) => words.tooFar(format.day(at, now), format.time(at))}
          save={words.save}
          onSave={put}
          onCancel={onClose}
        />
      ) : (
        <Choices
          first={first}
          entries={[
            ...given,
            { label: later.other, act: () => setAsking(true) },
            ...(away ? [{ label: words.back, act: back }] : []),
          ]}
        />
      )}
    </Dialog>
  );
}
