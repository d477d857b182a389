import { expect, test } from 'vitest';
import { NO_SORTS } from '../../../../src-main/core/alerts/sorts';
import { failed, offline, online, QUICK, storms } from './storm-world';
import { createWorld, SEVERE } from './world';

test('an agent that flaps is neither an outage nor an end among those of a storm', () => {
  const world = createWorld(QUICK);
  world.add(
    ...failed(100, 6),
    ...[20, 40, 60, 80, 100]
      .flatMap((at, n) => (n % 2 === 0 ? offline : online)(at, 1, 4))
      .map((one) => ({ ...one, late: 0 })),
  );
  world.run(110);
  expect(storms(world).at(-1)?.bySort).toEqual({ ...NO_SORTS, failed: 6, other: 1 });
});

test.for([
  { when: 'flaps', of: [10, 60, 110, 180, 200], storm: 190, at: 200 },
  { when: 'came to rest', of: [10, 15, 20, 25, 30], storm: 620, at: 630 },
])('an agent that $when in a storm leaves no earlier bubble of its own beside it', ({ of, storm, at }) => {
  const world = createWorld(QUICK);
  world.add(
    ...of.map((second, n) => ({ at: second, type: n % 2 === 0 ? 8 : 7, subject: 4 })),
    ...failed(storm, 6),
  );
  world.run(storm);
  expect([...world.bubbles.keys()]).toContain('lab/agent:4');
  world.run(at + 10);
  expect(world.withdrawn).toEqual([{ second: at, tag: 'lab/agent:4' }]);
  expect([...world.bubbles.keys()]).toEqual([expect.stringMatching(/^lab\/storm\//)]);
  expect(storms(world).at(-1)?.bySort).toEqual({ ...NO_SORTS, failed: 6, other: 1 });
});

test('in a storm, a bubble that says something else of a task that flaps stays', () => {
  const world = createWorld(QUICK);
  const critical = { at: 205, type: 4, subject: 9, severity: SEVERE };
  world.add(
    ...[10, 60, 110, 160].map((at, n) => ({ at, type: n % 2 === 0 ? 3 : 2, subject: 9 })),
    critical,
    ...failed(250, 6),
    { at: 260, type: 3, subject: 9 },
  );
  world.run(270);
  expect(world.withdrawn).toEqual([]);
  expect([...world.bubbles.keys()]).toContain('lab/task:9');
});
