import { BellOff } from 'lucide-react';
import type { Row } from '../../src-shared/inbox';
import { useActs, useApp, useWords } from '../app-context';
import { DURATIONS, MOST_SILENCES, standing, useSilenceName, useSilences, type Duration } from '../silencing';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';
import { noonOf, useToday } from '../ui/use-today';

/** No alerts of this agent, task or suite for a while; what comes of it is counted. */
export function SilenceMenu({ row }: { readonly row: Row }) {
  const { messages, format } = useWords();
  const words = messages.alerts.silences;
  const acts = useActs();
  const full = useApp(
    ({ preferences, locks }) =>
      locks.names.includes('silences') || standing(preferences.silences, Date.now()).length >= MOST_SILENCES,
  );
  const { silenceFor } = useSilences();
  const today = useToday();
  const what = { by: 'subject', account: row.key.account, subject: row.subject } as const;
  const name = useSilenceName()(what);

  async function begin(duration: Duration): Promise<void> {
    const until = await silenceFor(what, duration);
    if (until !== null)
      acts.say({ kind: 'silenced', what: name, until: format.moment(until, noonOf(today)) });
  }

  return (
    <Menu
      trigger={
        <Button small disabled={full} aria-label={words.itemOf(name)}>
          <BellOff size={14} aria-hidden /> {words.item}
        </Button>
      }
      entries={DURATIONS.map((one) => ({ label: words.durations[one], act: () => void begin(one) }))}
    />
  );
}
