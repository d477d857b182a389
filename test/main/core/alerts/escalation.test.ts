import { expect, test } from 'vitest';
import { createWorld, SEVERE, T0, type Given } from './world';

const failed = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 3,
  subject,
  ...more,
});
const critical = (at: number, subject: number): Given => failed(at, subject, { severity: SEVERE });
const againAt = ({ decisions }: ReturnType<typeof createWorld>): readonly number[] =>
  decisions.flatMap(({ second, decision }) => (decision.kind === 'item' && decision.again ? [second] : []));

test.for<{
  when: string;
  act?: (world: ReturnType<typeof createWorld>) => void;
  given?: Given[];
  again: number[];
}>([
  { when: 'nobody sees it: at 2 and 5 minutes and on, six times', again: [150, 330, 630, 930, 1230, 1530] },
  {
    when: 'seen: no more',
    act: (world) =>
      world.hear({
        kind: 'seen',
        keys: world.decisions.flatMap(({ decision }) => (decision.kind === 'item' ? decision.members : [])),
      }),
    again: [150, 330],
  },
  {
    when: 'clicked: no more',
    act: (world) => world.hear({ kind: 'ended', tag: 'lab/task:1' }),
    again: [150, 330],
  },
  { when: 'over: no more', given: [{ at: 390, type: 2, subject: 1 }], again: [150, 330] },
])('escalation: $when', ({ act, given = [], again }) => {
  const world = createWorld({ settings: { escalate: true } });
  world.add(critical(20, 1), failed(20, 2), ...given);
  if (act) world.at(400, act);
  world.run(4000);
  expect(againAt(world)).toEqual(again);
});

test('escalation is off until the user wants it', () => {
  const world = createWorld();
  world.add(critical(20, 1));
  world.run(4000);
  expect(world.told()).toEqual(['30 Task 1 failed']);
});

test.for<{
  by: string;
  given?: Given[];
  act?: (world: ReturnType<typeof createWorld>) => void;
  tag: string;
}>([
  { by: 'a storm', given: [2, 3, 4, 5, 6, 7].map((task) => failed(20, task)), tag: 'lab/storm/1' },
  {
    by: 'the digest after a screen lock',
    given: [failed(12, 2)],
    act: (world) => world.hear({ kind: 'unlocked', since: T0 }),
    tag: 'locked/1',
  },
])('escalation goes on as it was where $by takes the bubble over', ({ given = [], act, tag }) => {
  const world = createWorld({ pollSeconds: 1, settings: { escalate: true } });
  const [key] = world.add(critical(10, 1), ...given);
  if (act) world.at(60, act);
  world.run(4000);
  expect(againAt(world)).toEqual([130, 310, 610, 910, 1210, 1510]);
  expect(world.verdictsOf(key!).filter((step) => step === 'escalated')).toHaveLength(6);
  expect(world.state().urgent).toMatchObject([{ tag, times: 6 }]);
});

test('escalation: the next critical one of a subject is told again as its first was', () => {
  const world = createWorld({ settings: { escalate: true } });
  const [first] = world.add(critical(20, 1), critical(400, 1), critical(9020, 1));
  world.run(20_000);
  const six = (from: number): number[] => [120, 300, 600, 900, 1200, 1500].map((after) => from + after);
  expect(againAt(world)).toEqual([150, 330, ...six(420), ...six(9030)]);
  expect(world.verdictsOf(first!).filter((step) => step === 'escalated')).toHaveLength(2);
});
