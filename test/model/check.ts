import fc from 'fast-check';
import { atRest } from './invariants';
import { schedulesOf, type Scenario } from './scenarios';
import type { Schedule, Step } from './schedule';
import { createWorld, Violation, type Count, type World } from './world';

/** Polls after the last fault within which everything must have come right: some scrub cycles and the guard’s minute each. */
const PATIENCE = 150;

/**
 * Runs one schedule to its end; also by hand, one that was printed.
 * @param whole with steps 3 and 4 of a poll
 * @throws Violation
 */
export async function runSchedule(
  { config, steps }: Schedule,
  whole: boolean,
  count: Count = () => undefined,
): Promise<void> {
  Object.assign(globalThis, { modelWhole: whole }); // by a patch of sync/poll.ts (bundle.mjs)
  const world = await createWorld(config, count);
  for (const step of steps) {
    count(step.do);
    await take(world, step);
    if (world.violation()) throw world.violation()!;
  }
  await world.crashNow();
  world.server.calm();
  let wrong: string | undefined = 'I1 the history never came to its end';
  for (let polls = 0; polls < PATIENCE && wrong !== undefined; polls += 1) {
    await world.poll([]);
    if (world.violation()) throw world.violation()!;
    if (world.historyComplete()) wrong = atRest(world, whole);
  }
  count('request', world.server.counts.requests);
  if (wrong !== undefined) throw new Violation(wrong);
}

function take(world: World, step: Step): Promise<void> | void {
  switch (step.do) {
    case 'change':
      return world.server.change(step.change);
    case 'poll':
      return world.poll(step.events);
    case 'mark':
      return world.mark(step.at);
    case 'undo':
      return world.undo();
    case 'mark all':
      return world.markAll(step.events);
    case 'open':
      return world.open(step.at);
    case 'crash':
      return world.crash(step.after, step.done);
    case 'retain':
      return world.retain(step.keep);
    case 'restart':
      return world.restart();
    case 'wait':
      return world.wait(step.ms);
    case 'clock':
      return world.clock.jump(step.ms);
  }
}

export { scenarioOf } from './scenarios';

export interface Outcome {
  readonly runs: number;
  /** How often each kind of thing happened. */
  readonly happened: { readonly [what: string]: number };
  /** Of the first violation, as small as it could be made. */
  readonly violation?: { readonly what: string; readonly schedule: string };
}

/**
 * @param whole with steps 3 and 4 of a poll; without them (they mask mistakes) nothing may come later than the lag
 * @param shrink whether a violation is made small
 */
export async function check(
  seed: number,
  runs: number,
  whole: boolean,
  shrink = true,
  scenario: Scenario = 'any',
): Promise<Outcome> {
  const happened: { [what: string]: number } = {};
  const count: Count = (what, times = 1) => void (happened[what] = (happened[what] ?? 0) + times);
  const result = await fc.check(
    fc.asyncProperty(schedulesOf(scenario, whole), (schedule) => runSchedule(schedule, whole, count)),
    { seed, numRuns: runs, endOnFailure: !shrink },
  );
  if (!result.failed) return { runs: result.numRuns, happened };
  const what = result.errorInstance instanceof Error ? result.errorInstance : new Error('?');
  return {
    runs: result.numRuns,
    happened,
    violation: {
      what: what instanceof Violation ? what.message : (what.stack ?? what.message),
      schedule: JSON.stringify(result.counterexample?.[0]),
    },
  };
}
