import { expect, test } from 'vitest';
import type { Bubble } from '../../../../src-main/core/alerts/decision';
import { createWorld, OFFLINE, ONLINE, T0, type Given, type World } from './world';

const off = (at: number, subject: number): Given => ({ at, type: OFFLINE, subject });
const on = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: ONLINE,
  subject,
  ...more,
});
const eight = (of: (at: number, subject: number) => Given, at: number): Given[] =>
  Array.from({ length: 8 }, (_, i) => of(at, i + 1));

/** `storm open 9, back 0` */
const storms = (world: World): string[] =>
  world.decisions.flatMap(({ decision: one }) =>
    one.kind === 'storm' || one.kind === 'storm-end'
      ? [`${one.kind} open ${one.open}, back ${one.back}`]
      : [],
  );
/** A desktop that refuses the first so many summaries. */
function refusing(times: number): (bubble: Bubble) => boolean {
  let left = times;
  return ({ kind }) => kind !== 'storm' || --left < 0;
}

test('a summary that is refused and then taken: its ends are counted, and told', () => {
  const world = createWorld({ shows: refusing(1) });
  world.add(...eight(off, 100), off(120, 9), ...eight(on, 175), on(1000, 9));
  world.run(1100);
  expect(storms(world)).toEqual([
    'storm open 8, back 0',
    'storm open 9, back 0',
    'storm open 1, back 8',
    'storm-end open 1, back 8',
  ]);
  expect(world.told().at(-1)).toMatch(/^1021 Agent 9 was offline/);
});

test.for([
  { when: 'is taken: the ends are told', shows: true },
  { when: 'is refused, too: nor are the ends', shows: false },
])('refused, and its closing line $when', ({ shows }) => {
  const world = createWorld({ shows: ({ kind }) => kind !== 'storm' && (shows || kind !== 'storm-end') });
  world.add(...eight(off, 100), on(1000, 1));
  world.run(1100);
  expect(storms(world)).toEqual(['storm open 8, back 0', 'storm-end open 8, back 0']);
  expect(world.told().some((line) => line.includes('Agent 1 was offline for'))).toBe(shows);
});

test('refused, its closing line comes also where it has nothing else to say', () => {
  const items = Array.from({ length: 8 }, (_, i) => ({ at: 100, type: 4, subject: i + 1 }));
  const taken = createWorld();
  taken.add(...items);
  taken.run(300);
  expect(storms(taken)).toEqual(['storm open 0, back 0']);
  const refused = createWorld({ shows: refusing(1) });
  refused.add(...items);
  refused.run(300);
  expect(storms(refused)).toEqual(['storm open 0, back 0', 'storm-end open 0, back 0']);
});

test('a member that flaps, or whose return nobody is to hear of, is not down when it is not', () => {
  const flapping = createWorld();
  flapping.add(on(5, 4), off(30, 4), on(90, 4), ...eight(off, 200), on(240, 4));
  flapping.run(600);
  expect(storms(flapping).at(-1)).toBe('storm-end open 7, back 0');
  const muted = createWorld();
  muted.add(...eight(off, 100), on(150, 4));
  muted.at(140, () =>
    muted.set({
      silences: [
        { id: 's', what: { by: 'subject', account: 'lab', subject: 'agent:4' }, until: T0 + 9_000_000 },
      ],
    }),
  );
  muted.run(600);
  expect(storms(muted).at(-1)).toBe('storm-end open 7, back 0');
});
