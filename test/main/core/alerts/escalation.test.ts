import { expect, test } from 'vitest';
import { createWorld, SEVERE, type Given } from './world';

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

test('escalation: the next critical one of a subject is told again as its first was', () => {
  const world = createWorld({ settings: { escalate: true } });
  const [first] = world.add(critical(20, 1), critical(400, 1), critical(9020, 1));
  world.run(20_000);
  const six = (from: number): number[] => [120, 300, 600, 900, 1200, 1500].map((after) => from + after);
  expect(againAt(world)).toEqual([150, 330, ...six(420), ...six(9030)]);
  expect(world.verdictsOf(first!).filter((step) => step === 'escalated')).toHaveLength(2);
});
