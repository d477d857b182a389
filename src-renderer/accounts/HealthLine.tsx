import type { AccountState } from '../../src-shared/app-state';
import { useWords } from '../app-context';
import { HealthDot } from '../ui/HealthDot';
import { useNow } from '../ui/use-now';
import type { Words } from '../../src-shared/messages/words';

/** The account's health as a sentence: since when, why, and the next step. */
export function HealthLine({ account }: { readonly account: AccountState }) {
  return (
    <span className="health-line">
      <HealthDot state={account.health.state} />
      <span>{healthText(account, useWords(), useNow(60_000))}</span>
    </span>
  );
}

function healthText({ health, polledAt }: AccountState, { messages, format }: Words, now: number): string {
  const words = messages.pages.account.state;
  switch (health.state) {
    case 'starting':
      return words.starting;
    case 'watching':
      return polledAt === null ? words.watching : words.watchingSince(format.seconds(polledAt));
    case 'paused':
    case 'archived':
      return words[health.state](format.moment(health.since, now));
    case 'idle':
      return words.idle;
    case 'troubled': {
      const { what } = messages.failures[health.failure.kind](health.failure);
      return words.troubled(format.moment(health.since, now), what);
    }
    case 'not-watching': {
      const { what, next } = messages.failures[health.failure.kind](health.failure);
      return `${words.off(format.moment(health.since, now), what)} ${next}`;
    }
  }
}
