import type { Row } from '../../../../src-shared/inbox';
import { TYPES } from '../../../../src-shared/notification';
import { foremost, type Decision, type EngineState, type StormState } from './decision';

/** More toasts than these due within this time become one (alerts.md, step 8). */
const STORM_OVER = 5;
const WITHIN_MS = 30_000;
/** A storm ends after this long without a new member. */
const QUIET_MS = 60_000;

/** One bubble a due row, or one summary for all of them, which grows in place while the storm lasts. */
export function addToStorm(
  state: EngineState,
  due: readonly Row[],
  now: number,
): { readonly next: EngineState; readonly decisions: readonly Decision[] } {
  const recent = state.recent.filter(({ at }) => now - at < WITHIN_MS && at <= now);
  const running =
    state.storm && now - state.storm.lastAt < QUIET_MS && state.storm.lastAt <= now ? state.storm : null;
  if (due.length === 0) return { next: { storm: running, recent }, decisions: [] };
  if (running) {
    const storm = grow(running, due, now);
    return { next: { storm, recent: [] }, decisions: [toDecision(storm, [])] };
  }
  if (recent.length + due.length > STORM_OVER) {
    const storm = begin(due, recent, now);
    return {
      next: { storm, recent: [] },
      decisions: [
        toDecision(
          storm,
          recent.map(({ tag }) => tag),
        ),
      ],
    };
  }
  const decisions = due.map(single);
  const added = decisions.map(({ tag, members, allOffline, first }) => ({
    tag,
    at: now,
    keys: members,
    offline: allOffline,
    first,
  }));
  return { next: { storm: null, recent: [...recent, ...added] }, decisions };
}

/** A subject's next bubble takes the place of its last one. */
function single(row: Row): Decision {
  return {
    tag: `${row.key.account}/${row.subject}`,
    account: row.key.account,
    kind: 'item',
    members: [row.key],
    first: row,
    from: row.key.ts,
    to: row.key.ts,
    allOffline: row.type === TYPES.agentOffline,
    withdraw: [],
  };
}

function begin(rows: readonly Row[], recent: EngineState['recent'], now: number): StormState {
  const taken = recent.flatMap(({ keys }) => keys);
  const first = foremost([...recent.map((one) => one.first), ...rows]);
  const stamps = [...rows.map(({ key }) => key.ts), ...taken.map(({ ts }) => ts)];
  return {
    tag: `${first.key.account}/storm/${now}`,
    account: first.key.account,
    members: [...taken, ...rows.map(({ key }) => key)],
    first,
    from: Math.min(...stamps),
    to: Math.max(...stamps),
    allOffline:
      recent.every(({ offline }) => offline) && rows.every(({ type }) => type === TYPES.agentOffline),
    lastAt: now,
  };
}

function grow(storm: StormState, rows: readonly Row[], now: number): StormState {
  const stamps = rows.map(({ key }) => key.ts);
  return {
    ...storm,
    members: [...storm.members, ...rows.map(({ key }) => key)],
    first: foremost([storm.first, ...rows]),
    from: Math.min(storm.from, ...stamps),
    to: Math.max(storm.to, ...stamps),
    allOffline: storm.allOffline && rows.every(({ type }) => type === TYPES.agentOffline),
    lastAt: now,
  };
}

function toDecision(storm: StormState, withdraw: readonly string[]): Decision {
  const { lastAt: _, ...rest } = storm;
  return { ...rest, kind: 'storm', withdraw };
}
