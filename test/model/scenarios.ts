import fc from 'fast-check';
import { schedules, type Change, type Config, type RequestEvent, type Schedule, type Step } from './schedule';

/**
 * What chance seldom brings together, each around one thing that a reader of such a list gets wrong: groups of equal
 * stamps that a larger page holds, whole pages that are deleted while a backlog is read, a long history that moves up
 * meanwhile, rows that were let go of, and a first look that breaks off.
 */
const SCENARIOS = ['ties', 'deleted pages', 'history', 'retention', 'first look'] as const;
export type Scenario = 'any' | (typeof SCENARIOS)[number];

/** Of four chunks three hold whatever comes, the fourth one of the scenarios in turn. */
export const scenarioOf = (chunk: number): Scenario =>
  (chunk % 4 === 3 && SCENARIOS[Math.floor(chunk / 4) % SCENARIOS.length]) || 'any';

const none: RequestEvent = { kind: 'none' };
const quiet: Step = { do: 'poll', events: [] };
const inserted = (n: number, at: 'now' | 'same' | 'micro', seen = false): Step => ({
  do: 'change',
  change: { kind: 'insert', n, at, late: 0, seen },
});

/** Rows from the top on are deleted, before or after an answer. */
const deletions = fc
  .record({ n: fc.integer({ min: 3, max: 10 }), at: fc.nat(4), after: fc.boolean() })
  .map(({ n, at, after }): RequestEvent => {
    const change: Change = { kind: 'delete', n, at, oldest: false };
    return after ? { kind: 'after', change } : { kind: 'before', change, counted: false };
  });
const broken = fc.array(
  fc.oneof({ weight: 1, arbitrary: fc.constant(none) }, { weight: 2, arbitrary: deletions }),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const configs = (
  initial: fc.Arbitrary<number>,
  clamps: readonly (number | null)[] = [null],
  first: fc.Arbitrary<RequestEvent[]> = fc.constant([]),
): fc.Arbitrary<Config> =>
  fc.record({
    clamp: fc.constantFrom(...clamps),
    nexts: fc.constant(true),
    extra: fc.constant(0),
    stable: fc.boolean(),
    date: fc.constant(true),
    future: fc.constant(false),
    skew: fc.constantFrom(0, 86_400_000),
    initial,
    tied: fc.constant(0),
    age: fc.constantFrom(0, 3_600_000),
    first,
    dies: fc.constant(null),
  });

/** Rows that come between a request's `count` and its list, so that its end is unsure; and requests that fail. */
const starts = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .record({ n: fc.integer({ min: 1, max: 4 }), counted: fc.boolean() })
        .map(({ n, counted }): RequestEvent => ({
          kind: 'before',
          change: { kind: 'insert', n, at: 'now', late: 0, seen: false },
          counted,
        })),
    },
    { weight: 2, arbitrary: fc.constantFrom<RequestEvent>({ kind: 'lost' }, { kind: 'answer lost' }) },
    { weight: 1, arbitrary: fc.constant(none) },
  ),
  { minLength: 2, maxLength: 5 },
);
const polls = broken.map((events): Step => ({ do: 'poll', events }));
const crashes = fc
  .record({ after: fc.nat(30), done: fc.boolean() })
  .map((crash): Step => ({ do: 'crash', ...crash }));
const several = <T>(of: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(of, { minLength: 1, maxLength });

/** So many rows of one stamp between others; a page as large as the largest has room for them. */
const group = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 4, max: 16 }), fc.nat(4))
  .map(([above, tied, below]): Step[] => [
    inserted(above, 'now'),
    inserted(tied, 'same'),
    ...(below > 0 ? [inserted(below, 'micro')] : []),
  ]);

const steps: { readonly [Name in Exclude<Scenario, 'any'>]: fc.Arbitrary<Schedule> } = {
  ties: fc.record({
    config: configs(fc.nat(8)),
    steps: several(group, 3).map((groups) => [quiet, ...groups.flatMap((one) => [...one, quiet])]),
  }),
  'deleted pages': fc.record({
    config: configs(fc.nat(3), [null, null, 4, 6]),
    steps: several(fc.tuple(fc.integer({ min: 7, max: 20 }), polls), 3).map((rounds) => [
      quiet,
      ...rounds.flatMap(([n, poll]) => [inserted(n, 'now'), poll, quiet]),
    ]),
  }),
  history: fc.record({
    config: configs(fc.integer({ min: 20, max: 60 }), [null, null, 5, 8], broken),
    steps: several(fc.oneof({ weight: 3, arbitrary: polls }, { weight: 1, arbitrary: crashes }), 4),
  }),
  'first look': fc.record({
    config: configs(fc.nat(14), [null, null, 4], starts),
    steps: several(
      fc.oneof(
        fc.integer({ min: 1, max: 20 }).map((n) => inserted(n, 'now')),
        starts.map((events): Step => ({ do: 'poll', events })),
        fc.constant(quiet),
        crashes,
      ),
      6,
    ),
  }),
  retention: fc.record({
    config: configs(fc.nat(10)),
    steps: several(fc.tuple(fc.integer({ min: 2, max: 9 }), fc.boolean(), fc.nat(6)), 4).map((rounds) => [
      quiet,
      ...rounds.flatMap(([n, seen, keep]): Step[] => [
        inserted(n, 'now', seen),
        quiet,
        { do: 'retain', keep },
        quiet,
      ]),
    ]),
  }),
};

/** @param beyond as `schedules` has it */
export const schedulesOf = (scenario: Scenario, beyond: boolean): fc.Arbitrary<Schedule> =>
  scenario === 'any' ? schedules(beyond) : steps[scenario];
