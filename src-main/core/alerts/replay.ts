import type { PreviewCounts } from '../../../src-shared/alert-preview';
import type { Arrival, Asked } from './arrival';
import type { AlertSettings } from './draft';
import { decide, type AlertEvent } from './engine';
import { NO_STATE, type EngineState } from './engine-state';
import { createFates } from './fates';

/** Polls that the engine asks for come no closer than this, as in `alerting`. ms */
const KICK_GAP_MS = 5_000;

export interface ReplayOptions {
  readonly settings: AlertSettings;
  /** Between polls, ms. */
  readonly pollMs: number;
  /** IANA name of the user's zone; `undefined`: the system's. */
  readonly zone?: string | undefined;
}

/**
 * The engine over items of the past, as if Tocsin had watched them arrive. How their time is modelled: each account is
 * polled at its interval, anew from each poll; polls never fail and take no time, and the clocks agree; an item is met
 * by the first poll after its stamp. What the engine asks for is given to it: a poll that would settle something, no
 * closer than `alerting` lets it, and the moments at which it has something to do. Polls that would bring nothing
 * are left out. The desktop shows every bubble; nobody clicks or closes one, and nothing is marked as seen.
 */
export function createReplay({ settings, pollMs, zone }: ReplayOptions) {
  let state: EngineState = NO_STATE;
  let now = -Infinity;
  let wakeAt: number | null = null;
  let pollAt = new Map<string, number>();
  const polledAt = new Map<string, number>();
  const kickedAt = new Map<string, number>();
  /** Not met yet, by account. */
  const waiting = new Map<string, Arrival[]>();
  const fates = createFates();

  function hear(event: AlertEvent): void {
    const result = decide(state, event, { now, zone, pausedUntil: null, settings });
    ({ state, wakeAt } = result);
    pollAt = new Map(result.pollAt);
    fates.take(result);
    for (const { tag } of result.decisions) hear({ kind: 'outcome', tag, shown: true });
  }

  function poll(account: string): void {
    polledAt.set(account, now);
    const all = waiting.get(account) ?? [];
    const end = all.findIndex(({ key }) => key.ts >= now * 1000);
    const arrivals = all.splice(0, end < 0 ? all.length : end);
    if (all.length === 0) waiting.delete(account);
    const asked: Asked = { account, server: now * 1000, at: now };
    if (arrivals.length > 0) hear({ kind: 'arrivals', arrivals, asked });
    hear({ kind: 'polled', asked });
  }

  /** The next regular poll of an account for which there is something to do; Infinity: none. */
  function regularly(account: string): number {
    const first = waiting.get(account)?.[0];
    if (!first && !pollAt.has(account)) return Infinity;
    const from = polledAt.get(account) ?? 0;
    const least = pollAt.has(account) ? now : first!.key.ts / 1000;
    return from + Math.max(1, Math.floor((least - from) / pollMs) + 1) * pollMs;
  }

  /** All that comes before a moment, wall ms. */
  function run(until: number): void {
    for (;;) {
      let next = wakeAt ?? Infinity;
      let account: string | null = null;
      let isKick = false;
      for (const one of new Set([...waiting.keys(), ...pollAt.keys()])) {
        const kick = Math.max(pollAt.get(one) ?? Infinity, (kickedAt.get(one) ?? 0) + KICK_GAP_MS);
        const at = Math.min(kick, regularly(one));
        if (at >= next) continue;
        [next, account, isKick] = [at, one, at === kick];
      }
      if (next > until) return;
      // It may ask for this very moment again.
      now = Math.max(now + 1, Math.ceil(next));
      if (account === null) hear({ kind: 'time' });
      else {
        if (isKick) kickedAt.set(account, now);
        poll(account);
      }
    }
  }

  return {
    /** The next ones, in the order of their stamps. */
    feed(arrivals: readonly Arrival[]): void {
      for (const arrival of arrivals) {
        const { account } = arrival.key;
        const others = waiting.get(account);
        if (others) others.push(arrival);
        else waiting.set(account, [arrival]);
      }
      const last = arrivals.at(-1);
      // What comes next may belong to a poll after that.
      if (last) run(last.key.ts / 1000);
    },
    /** @param until wall ms */
    end(until: number): PreviewCounts {
      run(until);
      return fates.counts();
    },
  };
}
export type Replay = ReturnType<typeof createReplay>;
