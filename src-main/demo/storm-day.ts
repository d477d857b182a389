import {
  AGENT_OFFLINE,
  AGENT_ONLINE,
  SUITE_FINISHED,
  SUITE_STARTED,
  TASK_FAILED,
  TASK_STARTED,
  TASK_SUCCEEDED,
  THRESHOLD_EXCEEDED,
  type Happening,
} from './notification';
import { createRandom, type Random } from './random';

/** A happening at its second of the day. */
export interface Timed extends Happening {
  readonly at: number;
  /** Another client marked it before anybody here could. */
  readonly seen: boolean;
}

export const DAY_ITEMS = 10_000;
const HOUR = 3600;

/** The severity that the day's client takes for critical. */
export const CRITICAL = 9;
/** Windows of the day, in seconds, that its client must get over. */
export const DAY = {
  quiet: { from: 2 * HOUR, to: 4 * HOUR },
  asleep: { from: 12 * HOUR, to: 13 * HOUR },
  noNetwork: { from: 19 * HOUR, to: 19.5 * HOUR },
  /** While this agent is silenced it fails again and again. */
  silenced: { agent: 501, from: 20.5 * HOUR, to: 22.5 * HOUR },
  /** Thresholds whose metric is this one are of no interest: a text rule says so. */
  dull: 'jitter',
} as const;

const agent = (id: number, online: boolean, at: number, severity = online ? 1 : 4): Timed => ({
  at,
  seen: false,
  type: online ? AGENT_ONLINE : AGENT_OFFLINE,
  severity,
  additional_data: { test_agent_id: id },
});
const task = (type: number, id: number, at: number, severity: number, more: object = {}): Timed => ({
  at,
  seen: false,
  type,
  severity,
  additional_data: { task_id: id, task_type: 'network_ping', ...more },
});

/** 200 agents within 40 s, one of them critical; back within a minute, but for those that take longer. */
function storm(random: Random, at: number, lasts: number, stragglers: readonly number[]): Timed[] {
  return Array.from({ length: 200 }, (_, index) => index + 1).flatMap((id) => [
    agent(id, false, at + random.next() * 40, id === 77 ? CRITICAL : 4),
    agent(id, true, at + (stragglers.includes(id) ? 3 * lasts : lasts) + random.next() * 60),
  ]);
}

/** Up and down every 40–50 s, then it stays as it is; one that stays down comes back two hours later. */
function flapping(random: Random, id: number, at: number, changes: number): Timed[] {
  let now = at;
  const all = Array.from({ length: changes }, (_, index) =>
    agent(id, index % 2 === 1, (now += 40 + random.next() * 10)),
  );
  return changes % 2 === 0 ? all : [...all, agent(id, true, now + 2 * HOUR)];
}

/** 40 outages over the day: 34 agents and 6 tasks, from 2 to 90 minutes; every eighth is critical. */
function outages(random: Random): Timed[] {
  return Array.from({ length: 40 }, (_, index) => {
    const at = (index + 0.2 + random.next() * 0.6) * (23 / 40) * HOUR;
    const end = Math.min(at + (120 + random.next() * random.next() * 5280), 24 * HOUR - 60);
    const severity = index % 8 === 3 ? CRITICAL : 4;
    return index % 7 === 6
      ? [task(TASK_FAILED, 9400 + index, at, severity), task(TASK_SUCCEEDED, 9400 + index, end, 1)]
      : [agent(401 + index, false, at, severity), agent(401 + index, true, end)];
  }).flat();
}

/** Offline for some seconds: nobody is to hear of it. */
function blips(random: Random): Timed[] {
  return Array.from({ length: 60 }, (_, index) => {
    const at = random.next() * 23.9 * HOUR;
    return [agent(601 + index, false, at), agent(601 + index, true, at + 3 + random.next() * 24)];
  }).flat();
}

function silenced(): Timed[] {
  const { agent: id, from } = DAY.silenced;
  return Array.from({ length: 6 }, (_, index) => {
    const at = from + 300 + index * 900;
    return [agent(id, false, at), agent(id, true, at + 400)];
  }).flat();
}

/** Thresholds: many of the dull metric, and twenty of a type that nobody knows yet. */
function others(random: Random): Timed[] {
  const dull = Array.from({ length: 120 }, (_, index) =>
    task(THRESHOLD_EXCEEDED, 9500 + (index % 12), random.next() * 24 * HOUR, 2, { metric: DAY.dull }),
  );
  const unknown = Array.from({ length: 20 }, () => ({
    ...task(12, 9700, random.next() * 24 * HOUR, 1),
    additional_data: null,
  }));
  return [...dull, ...unknown];
}

/** Suites and tasks that run all day: nothing to say of them. */
function routine(random: Random, count: number): Timed[] {
  return Array.from({ length: count }, (_, index) => {
    const at = ((index + random.next()) / count) * 24 * HOUR;
    const seen = random.chance(0.1);
    const run = Math.floor(index / 6);
    const suite = { test_suite_id: 395 + (run % 6), test_suite_name: `Suite ${run % 6}` };
    const step = index % 6;
    if (step === 0) return { at, seen, type: SUITE_STARTED, severity: 1, additional_data: suite };
    if (step === 5) return { at, seen, type: SUITE_FINISHED, severity: 1, additional_data: suite };
    const type = step % 2 === 1 ? TASK_STARTED : TASK_SUCCEEDED;
    return { ...task(type, 20_000 + run * 2 + Math.floor((step - 1) / 2), at, 1, suite), seen };
  });
}

/** The day of docs/alerts.md, always the same: 10,000 items in the order of their seconds. */
export function stormDay(): readonly Timed[] {
  const random = createRandom(20_261_123);
  const telling = [
    ...storm(random, 10 * HOUR, 25 * 60, []),
    ...storm(random, 15 * HOUR, 20 * 60, [7, 9]),
    ...flapping(random, 301, 8 * HOUR, 24),
    ...flapping(random, 302, 17 * HOUR, 40),
    ...flapping(random, 303, 21 * HOUR, 13),
    ...outages(random),
    ...blips(random),
    ...silenced(),
    ...others(random),
  ];
  const all = [...telling, ...routine(random, DAY_ITEMS - telling.length)];
  return all.toSorted((a, b) => a.at - b.at);
}
