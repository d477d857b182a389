import { briefOf, type Arrival, type Asked } from './arrival';
import type { Draft } from './draft';
import { outcomeOf } from './draft';
import type { Flapping, SubjectState } from './engine-state';
import { beganAt, isAhead } from './hold-down';

/**
 * Step 4: so many changes of one subject in so many minutes of the server's time are flapping. Raw changes count,
 * before hold-down, seen and muted ones too.
 * @returns its last changes, µs
 */
export function countChange(
  draft: Draft,
  name: string,
  before: SubjectState | undefined,
  arrival: Arrival,
  changed: boolean,
  asked: Asked,
): readonly number[] {
  const { settings, now, flapping } = draft;
  const { ts } = arrival.key;
  // By a stamp from the future it would rest hours later.
  const lastTs = beganAt(ts, asked);
  const known = flapping.get(name);
  if (settings.flapChanges === 0) {
    if (known) flapping.delete(name);
    return [];
  }
  if (known) {
    setFlapping(draft, name, { ...known, lastTs, lastAt: now, last: briefOf(arrival) });
    return before?.changes ?? [];
  }
  if (!before) return [ts];
  if (!changed) return before.changes;
  const since = ts - windowOf(settings.flapMinutes);
  const changes = [...before.changes.filter((one) => one > since), ts].slice(-settings.flapChanges);
  if (changes.length >= settings.flapChanges)
    setFlapping(draft, name, { lastTs, lastAt: now, told: false, last: briefOf(arrival) });
  return changes;
}

function setFlapping({ flapping, restless }: Draft, name: string, of: Flapping): void {
  flapping.set(name, of);
  const { account } = of.last.key;
  const known = restless.get(account);
  if (!known || of.lastTs < known.ts || of.lastAt < known.at)
    restless.set(account, {
      ts: Math.min(of.lastTs, known?.ts ?? Infinity),
      at: Math.min(of.lastAt, known?.at ?? Infinity),
    });
}

/** The flapping was said; what follows is quiet until it rests. */
export function saidFlapping({ flapping }: Draft, name: string): void {
  const known = flapping.get(name);
  if (known) flapping.set(name, { ...known, told: true });
}

/**
 * Stable for as long again, by a complete poll: one last word that names the state it came to rest in.
 * Resting down is a told outage.
 */
export function comeToRest(draft: Draft, { account, server, at }: Asked): void {
  const known = draft.restless.get(account);
  if (draft.flapping.size() === 0) {
    if (known) draft.restless.delete(account);
    return;
  }
  const minutes = draft.settings.flapMinutes;
  // Where the server's clock was set back meanwhile, ours counts.
  const isOver = (lastTs: number, lastAt: number): boolean =>
    server === null || isAhead(lastTs, server)
      ? at >= lastAt + minutes * 60_000
      : server >= lastTs + windowOf(minutes);
  // A thousand that flap at once are not looked through with every poll.
  if (known && !isOver(known.ts, known.at)) return;
  const resting: (readonly [name: string, of: Flapping])[] = [];
  const rest = { ts: Infinity, at: Infinity };
  draft.flapping.each((flapping, name) => {
    const { lastTs, lastAt, last } = flapping;
    if (last.key.account !== account) return;
    if (isOver(lastTs, lastAt)) resting.push([name, flapping]);
    else [rest.ts, rest.at] = [Math.min(rest.ts, lastTs), Math.min(rest.at, lastAt)];
  });
  if (rest.ts === Infinity) draft.restless.delete(account);
  else draft.restless.set(account, rest);
  for (const [name, flapping] of resting) {
    const subject = draft.subjects.get(name);
    if (subject) draft.subjects.set(name, { ...subject, changes: [] });
    draft.flapping.delete(name);
    const brief = flapping.last;
    if (flapping.told)
      draft.due.push({
        kind: 'rest',
        brief,
        says: brief,
        quiet: false,
        outcome: outcomeOf(draft, brief.key),
        ended: null,
      });
  }
}

/** µs of so many minutes. */
const windowOf = (minutes: number): number => minutes * 60_000_000;
