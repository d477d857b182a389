import { expect, test } from 'vitest';
import { keyText } from '../../../../src-shared/notification';
import { countOf } from '../../../../src-main/core/alerts/decision';
import { NO_SORTS } from '../../../../src-main/core/alerts/sorts';
import { failed, offline, online, QUICK, storms } from './storm-world';
import { createWorld, SEVERE, wordsFor, type Given, type World } from './world';

/** Kinds by second: `10: 1 1 1`, `11: storm 6`. */
function drawn(world: World): string[] {
  const by = new Map<number, string[]>();
  for (const { second, decision } of world.decisions) {
    if (decision.kind === 'silent-feed') continue;
    const { kind, update, open, back } = decision;
    const one =
      kind === 'item'
        ? '1'
        : kind === 'storm-end'
          ? `end ${back}/${open}`
          : `${update ? '~' : ''}storm ${countOf(decision)}`;
    by.set(second, [...(by.get(second) ?? []), one]);
  }
  return [...by].map(([second, all]) => `${second}: ${all.join(' ')}`);
}

test.for<{ when: string; given: Given[]; drawn: string[]; until?: number }>([
  { when: '5 at once', given: failed(10, 5), drawn: ['10: 1 1 1 1 1'] },
  { when: '6 at once', given: failed(10, 6), drawn: ['10: storm 6', '70: end 0/6'] },
  {
    when: '14 at once are one toast, not 5 and 1',
    given: failed(10, 14),
    drawn: ['10: storm 14', '70: end 0/14'],
  },
  {
    when: '20 of one task are one bubble',
    given: Array(20).fill(failed(10, 1)[0]) as Given[],
    drawn: ['10: 1'],
  },
  {
    when: 'a sixth within 30 s takes them over',
    given: [...failed(10, 5), ...failed(39, 1, 6)],
    drawn: ['10: 1 1 1 1 1', '39: storm 6', '99: end 0/6'],
  },
  {
    when: 'a sixth after 30 s stands alone',
    given: [...failed(10, 5), ...failed(40, 1, 6)],
    drawn: ['10: 1 1 1 1 1', '40: 1'],
  },
  {
    when: 'it grows in place, at most every 5 s',
    given: [...failed(10, 6), ...failed(12, 1, 7), ...failed(13, 1, 8), ...failed(40, 2, 9)],
    drawn: ['10: storm 6', '15: ~storm 8', '40: ~storm 10', '100: end 0/10'],
  },
  {
    when: 'it ends after 60 s without a new member; what comes then is another',
    given: [...failed(10, 6), ...failed(71, 6, 11)],
    drawn: ['10: storm 6', '70: end 0/6', '71: storm 6', '131: end 0/6'],
  },
  {
    when: 'it closes with who is back and who is not',
    given: [...offline(10, 14), ...online(100, 12)],
    drawn: ['70: 1', '71: storm 14', '100: ~storm 14', '105: ~storm 14', '131: end 12/2'],
  },
])('8: $when', ({ given, drawn: wanted, until = 300 }) => {
  const world = createWorld(QUICK);
  world.add(...given);
  world.run(until);
  expect(drawn(world)).toEqual(wanted);
});

test('it says who it was, whom it took over, and that they are all agents', () => {
  const world = createWorld(QUICK);
  const keys = world.add(...offline(10, 8));
  world.run(300);
  const [grown, , closed] = [storms(world)[0]!, storms(world)[1], storms(world).at(-1)!];
  expect(grown.members.map(keyText)).toEqual(keys.map(keyText));
  expect(grown).toMatchObject({
    bySort: { ...NO_SORTS, offline: 8 },
    open: 8,
    from: keys[0]!.ts,
    to: keys[7]!.ts,
    withdraw: ['lab/agent:1'],
  });
  expect(closed.openFirst.map(({ subject }) => subject)).toEqual([1, 2, 3, 4, 5].map((id) => `agent:${id}`));
  expect(world.withdrawn.map(({ tag }) => tag)).toEqual(['lab/agent:1']);
});

test('two servers with clocks of their own: what lies between them is no duration', () => {
  const world = createWorld({ ...QUICK, accounts: ['lab', 'far'] });
  const far = failed(-86_000, 4).map((one, i) => ({ ...one, at: one.at + i, account: 'far' }));
  world.add(...failed(10, 3), ...far);
  world.run(100);
  const [storm] = storms(world);
  expect(storm!.members).toHaveLength(7);
  expect(storm!.to - storm!.from).toBe(3_000_000);
});

test.for([
  { of: [...offline(10, 6), ...failed(70, 1, 9)], sorts: { offline: 6, failed: 1 } },
  { of: offline(10, 7), sorts: { offline: 7 } },
  { of: failed(10, 7), sorts: { failed: 7 } },
  // Fifty seconds after its outage each is back, in the same answer: still one alert each.
  {
    of: [...offline(10, 6), ...online(60, 6).map((one) => ({ ...one, late: 10 }))],
    sorts: { offline: 6 },
  },
  {
    of: [...failed(10, 3), ...Array.from({ length: 4 }, (_, i) => ({ at: 10, type: 4, subject: 20 + i }))],
    sorts: { failed: 3, exceeded: 4 },
  },
])('what they are: $sorts', ({ of, sorts }) => {
  const world = createWorld(QUICK);
  world.add(...of);
  world.run(100);
  expect(storms(world)[0]?.bySort).toEqual({ ...NO_SORTS, ...sorts });
});

test('who comes back after it is told alone, or as a storm of returns', () => {
  const world = createWorld(QUICK);
  world.add(...offline(10, 9), ...online(300, 1), ...online(400, 8, 2));
  world.run(600);
  const after = world.decisions.filter(({ second }) => second >= 300);
  expect(after.map(({ second, decision }) => `${second} ${wordsFor(decision)}`)).toEqual([
    '300 Agent 1 was offline for 5 min',
    '400 Agent 2 was offline for 7 min',
    '401 storm of 8, 0 open: Agent 2 was offline for 7 min',
  ]);
  expect(storms(world).at(-1)?.bySort).toEqual({ ...NO_SORTS, back: 8 });
});

test('any critical stands first by name, also one that comes later', () => {
  const world = createWorld(QUICK);
  world.add(
    ...failed(10, 7),
    ...failed(20, 1, 50, { severity: SEVERE }),
    ...failed(25, 1, 51, { severity: SEVERE }),
  );
  world.run(100);
  expect(storms(world).map(({ first }) => first.subject)).toEqual([
    'task:1',
    'task:50',
    'task:50',
    'task:50',
  ]);
  expect(
    storms(world)
      .at(-1)!
      .lines.map(({ subject }) => subject),
  ).toEqual(['task:51']);
});

test('of many critical ones the first and three more are named', () => {
  const world = createWorld(QUICK);
  world.add(...failed(10, 7, 1, { severity: SEVERE }));
  world.run(30);
  const [storm] = storms(world);
  expect([storm!.first, ...storm!.lines].map(({ subject }) => subject)).toEqual(
    [1, 2, 3, 4].map((n) => `task:${n}`),
  );
});

test('down, back and down again in one answer is still down', () => {
  const world = createWorld();
  for (const [at, type] of [
    [10, 8],
    [100, 7],
    [200, 8],
  ] as const)
    world.add(...Array.from({ length: 6 }, (_, i) => ({ at, type, subject: i + 1, late: 300 - at })));
  world.run(310);
  expect(storms(world).map(({ open, back }) => [open, back])).toEqual([[6, 0]]);
});

test('what the user has dealt with is no part of a storm', () => {
  const world = createWorld(QUICK);
  world.add(...failed(10, 5), ...failed(20, 1, 6));
  world.at(15, () => world.hear({ kind: 'ended', tag: 'lab/task:1' }));
  world.run(60);
  expect(drawn(world)).toEqual(['10: 1 1 1 1 1', '20: 1']);
});

test('whom a summary took over that was never shown, its closing line takes over; once shown, nobody is withdrawn again', () => {
  const given = [...failed(10, 5), ...failed(20, 1, 6)];
  const taken = [1, 2, 3, 4, 5].map((task) => `lab/task:${task}`);
  const lost = createWorld({ ...QUICK, shows: ({ kind }) => kind !== 'storm' });
  lost.add(...given);
  lost.run(60);
  expect(lost.withdrawn).toEqual([]);
  lost.run(300);
  expect(storms(lost).at(-1)).toMatchObject({ kind: 'storm-end', withdraw: taken });
  expect(lost.withdrawn.map(({ tag }) => tag)).toEqual(taken);
  const fine = createWorld(QUICK);
  fine.add(...given);
  fine.run(300);
  expect(storms(fine).map(({ kind, withdraw }) => [kind, withdraw])).toEqual([
    ['storm', taken],
    ['storm-end', []],
  ]);
});

test('two storms have two bubbles, and the clock set back a day ends one', () => {
  const world = createWorld(QUICK);
  world.add(...failed(10, 6), ...failed(100, 6, 11));
  world.run(101);
  expect(new Set(storms(world).map(({ tag }) => tag)).size).toBe(2);
  const before = world.decisions.length;
  world.back(86_400);
  world.hear({ kind: 'time' });
  expect(world.decisions.slice(before).map(({ decision }) => decision.kind)).toEqual(['storm-end']);
});

test.for([{ shows: true }, { shows: false }])(
  'the end of an outage is told as its storm was: taken by the desktop $shows',
  ({ shows }) => {
    const world = createWorld({ shows: () => shows });
    world.add(...Array.from({ length: 6 }, (_, i) => ({ at: 10, type: 8, subject: i + 1 })));
    world.add({ at: 400, type: 7, subject: 1 });
    world.run(500);
    expect(world.told().filter((line) => line.includes('storm of 6'))).toHaveLength(1);
    expect(world.told().some((line) => line.includes('Agent 1 was offline for'))).toBe(shows);
  },
);
