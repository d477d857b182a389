import { expect, test } from 'vitest';
import { whileStuck } from '../../../../src-main/core/watching/health';

const stuck = { since: 5, failure: { kind: 'history-stuck' } } as const;
const troubled = { state: 'troubled', since: 1, failure: { kind: 'throttled' } } as const;
const lost = { state: 'not-watching', since: 1, failure: { kind: 'timeout' } } as const;

test('while the history does not answer nobody watches; who did not before keeps its own cause', () => {
  const blind = { state: 'not-watching', ...stuck };
  for (const health of [undefined, { state: 'starting' }, { state: 'watching' }, troubled] as const)
    expect(whileStuck(health, stuck)).toEqual(blind);
  expect(whileStuck(lost, stuck)).toBe(lost);
});

test('once it answers each is what its poller says, also where a server asked for a rest', () => {
  for (const health of [undefined, { state: 'watching' }, troubled, lost] as const)
    expect(whileStuck(health, null)).toBe(health);
});
