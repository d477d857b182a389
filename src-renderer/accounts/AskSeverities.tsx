import type { AccountState } from '../../src-shared/app-state';
import { useActs, useApp, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { useSeverities } from '../use-severities';

/** One number is no scale: nothing is asked about it. */
const LEAST = 2;

/**
 * Once an account's history is read: which numbers it has, and what they mean? Quiet; gone once one of them has a level,
 * or with "Not now", which is a preference like any other.
 */
export function AskSeverities({ account }: { readonly account: AccountState }) {
  const asks = useApp(({ preferences }) => preferences.askSeverities);
  const read = account.progress === null && account.polledAt !== null;
  return asks && read ? <Question account={account.id} /> : null;
}

function Question({ account }: { readonly account: string }) {
  const { messages, format } = useWords();
  const words = messages.pages.preferences.ask;
  const acts = useActs();
  const { bridge } = useParts();
  const { met } = useSeverities();
  const levels = useApp(({ preferences }) => preferences.severityLevels);
  const numbers = (met ?? []).filter((one) => one.account === account);
  if (numbers.length < LEAST || numbers.some(({ severity }) => levels[severity] !== undefined)) return null;
  const shown = numbers.map(({ severity, count }) => `${format.number(severity)} (${format.number(count)}×)`);

  async function notNow(): Promise<void> {
    const reply = await bridge.call('preferences', { askSeverities: false });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }

  return (
    <section className="ask-severities" aria-labelledby="ask-severities">
      <h2 id="ask-severities">{words.title}</h2>
      <p className="muted">{words.numbers(shown.join(' · '))}</p>
      <div className="row-acts">
        <Button small onClick={() => acts.go({ page: 'preferences', section: 'severities' })}>
          {words.say}
        </Button>
        <Button small look="quiet" onClick={() => void notNow()}>
          {words.notNow}
        </Button>
      </div>
    </section>
  );
}
