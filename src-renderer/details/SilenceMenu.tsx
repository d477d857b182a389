import { BellOff } from 'lucide-react';
import type { Row } from '../../src-shared/inbox';
import { useActs, useApp, useWords } from '../app-context';
import {
  DURATIONS,
  MOST_SILENCES,
  silenceEnd,
  standing,
  useSilenceName,
  useSilences,
  type Duration,
} from '../silencing';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';

/** No alerts of this agent, task or suite for a while; what comes of it is counted. */
export function SilenceMenu({ row }: { readonly row: Row }) {
  const { messages, format } = useWords();
  const words = messages.alerts.silences;
  const acts = useActs();
  const full = useApp(
    ({ preferences, locks }) =>
      locks.names.includes('silences') || standing(preferences.silences, Date.now()).length >= MOST_SILENCES,
  );
  const { silence } = useSilences();
  const what = { by: 'subject', account: row.key.account, subject: row.subject } as const;
  const name = useSilenceName()(what);

  async function begin(duration: Duration): Promise<void> {
    const now = Date.now();
    const until = silenceEnd(duration, now);
    if (await silence(what, until))
      acts.say({ kind: 'silenced', what: name, until: format.moment(until, now) });
  }

  return (
    <Menu
      trigger={
        <Button small disabled={full}>
          <BellOff size={14} aria-hidden /> {words.item(name)}
        </Button>
      }
      entries={DURATIONS.map((one) => ({ label: words.durations[one], act: () => void begin(one) }))}
    />
  );
}
