import type { Failure } from '../../../src-shared/app-error';
import type { Health } from '../../../src-shared/app-state';
import type { Log } from '../ports';

/**
 * Says once that an account cannot be seen, with the cause, and takes it back when it can (docs/alerts.md, Watchdog). A
 * bubble of an earlier run may stand as well: it goes with the first good poll of this one.
 */
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
  /** Of these no bubble stands, as far as we know. */
  const clear = new Set<string>();
  function back(account: string): void {
    if (!clear.has(account)) onBack(account);
    clear.add(account);
  }
  /** @param health `rests`: nobody asks any more, by the user's will */
  return function tell(account: string, health: Health | 'rests' | undefined): void {
    const before = known.get(account);
    if (health === 'rests') {
      known.delete(account);
      return back(account);
    }
    if (!health || health.state === before) return;
    known.set(account, health.state);
    if (health.state === 'not-watching') {
      clear.delete(account);
      log.event('not watching', `${nameOf(account)}: ${health.failure.kind}`);
      void onLost(account, health.failure).catch((error: unknown) => log.bug(error));
    } else if (before === 'not-watching' || health.state === 'watching') back(account);
  };
}
