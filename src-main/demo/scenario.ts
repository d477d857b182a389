import type { Inbox } from './inbox';
import type { Network } from './network';
import type { Notification } from './notification';
import type { Random } from './random';
import { formatStamp } from './stamp';

/** Where the ids of a fresh demo begin: just after the examples of the document. */
export const FIRST_ID = 3588;
/** What is left to read at the start. */
const UNSEEN_AT_START = 12;
/** One notification in five minutes, for at most 90 days: 2,000 make a week. */
const GAP_MS = 5 * 60_000;
const LONGEST_MS = 90 * 24 * 3_600_000;

/** Moments from old to new, in microseconds, the last a little before `now`; one in a hundred shares its stamp. */
function moments(random: Random, count: number, now: number): Float64Array {
  const gaps = new Float64Array(count);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const gap = random.chance(0.01) ? 0 : -Math.log(1 - random.next());
    gaps[index] = gap;
    sum += gap;
  }
  const span = Math.min(LONGEST_MS, count * GAP_MS) * 1000;
  let at = now * 1000 - span - random.int(40_000_000, 80_000_000);
  return gaps.map((gap) => (at += Math.round((gap * span) / (sum || 1))));
}

/** Fills the inbox with the last days; everything but the newest dozen has been seen. */
export function fillHistory(
  deps: { readonly inbox: Inbox; readonly network: Network; readonly random: Random },
  count: number,
  now: number,
): void {
  const { inbox, network, random } = deps;
  const stamps = moments(random, count, now);
  for (let index = 0; index < count; index += 1) {
    // Ids grow with gaps: other users' notifications take some.
    const id = inbox.nextId() + (random.chance(0.15) ? random.int(1, 3) : 0);
    const { type, severity, additional_data } = network.step();
    const seen = index < count - UNSEEN_AT_START;
    inbox.add({ id, type, seen, severity, timestamp: formatStamp(stamps[index]!), additional_data });
  }
}

/** `count` agents going down (or coming back), spread evenly over the `seconds` before `now`. */
export function storm(
  deps: { readonly network: Network; readonly firstId: number },
  wish: { readonly count: number; readonly seconds: number; readonly online: boolean },
  now: number,
): readonly Notification[] {
  return Array.from({ length: wish.count }, (_, index) => {
    const left = (wish.count - 1 - index) / wish.count;
    const timestamp = formatStamp(Math.round((now - wish.seconds * 1000 * left) * 1000));
    const id = deps.firstId + index;
    const { type, severity, additional_data } = deps.network.setAgent(index + 1, wish.online);
    return { id, type, seen: false, severity, timestamp, additional_data };
  });
}
