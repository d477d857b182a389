import type { Failure } from '../../../src-shared/app-error';
import type { Health } from '../../../src-shared/app-state';
import type { Log } from '../ports';

/** Says once that an account cannot be seen, with the cause, and takes it back when it can (alerts.md, Watchdog). */
export function createTellHealth({
  log,
  nameOf,
  onLost,
  onBack,
}: {
  readonly log: Log;
  readonly nameOf: (account: string) => string;
  readonly onLost: (account: string, failure: Failure) => Promise<void>;
  readonly onBack: (account: string) => void;
}) {
  const known = new Map<string, Health['state']>();
  /** @param health `rests`: nobody asks any more, by the user's will */
  return function tell(account: string, health: Health | 'rests' | undefined): void {
    const before = known.get(account);
    if (health === 'rests') {
      known.delete(account);
      if (before === 'not-watching') onBack(account);
      return;
    }
    if (!health || health.state === before) return;
    known.set(account, health.state);
    if (health.state === 'not-watching') {
      log.event('not watching', `${nameOf(account)}: ${health.failure.kind}`);
      void onLost(account, health.failure).catch((error: unknown) => log.bug(error));
    } else if (before === 'not-watching') onBack(account);
  };
}
