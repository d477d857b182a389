import { expect, test } from 'vitest';
import type { Health } from '../../../../src-shared/app-state';
import { createTellHealth } from '../../../../src-main/core/watching/tell-health';

const WATCHING: Health = { state: 'watching' };
const STARTING: Health = { state: 'starting' };
const TROUBLED: Health = { state: 'troubled', since: 0, failure: { kind: 'timeout' } };
const LOST: Health = { state: 'not-watching', since: 0, failure: { kind: 'timeout' } };

test.for<{ when: string; health: readonly (Health | 'rests')[]; told: readonly string[] }>([
  {
    when: 'a bubble of the last run may stand: taken back once, by the first good poll',
    health: [STARTING, WATCHING, WATCHING, TROUBLED, WATCHING],
    told: ['back'],
  },
  {
    when: 'still lost after a restart: told again, in its place',
    health: [STARTING, TROUBLED, LOST, LOST, WATCHING],
    told: ['lost', 'back'],
  },
  {
    when: 'lost again later',
    health: [WATCHING, LOST, WATCHING, LOST, STARTING],
    told: ['back', 'lost', 'back', 'lost', 'back'],
  },
  { when: 'paused while lost', health: [LOST, 'rests', 'rests'], told: ['lost', 'back'] },
  { when: 'paused before anything was asked', health: ['rests'], told: ['back'] },
])('$when', ({ health, told }) => {
  const said: string[] = [];
  const tell = createTellHealth({
    log: { event: () => undefined, bug: (error) => expect.unreachable(String(error)) },
    nameOf: () => 'Lab',
    onLost: async () => void said.push('lost'),
    onBack: () => void said.push('back'),
  });
  for (const one of health) tell('lab', one);
  expect(said).toEqual(told);
});
