import { expect, test } from 'vitest';
import { createBubbleIds } from '../../../../src-main/electron/toasts/bubble-ids';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeFile } from '../support/fakes';

function setUp(content: Record<string, unknown> = {}) {
  const file = createFakeFile(content);
  const clock = createFakeClock();
  return { file, clock, ...createBubbleIds({ file, clock }) };
}
const KEPT = { service: 'bus :1.5', ids: { a: 7, b: 8 } };

test.for([
  { content: KEPT, service: 'bus :1.5', a: 7 },
  { content: KEPT, service: 'bus :1.6', a: undefined },
  { content: KEPT, service: 'other :1.5', a: undefined },
  { content: { service: 'bus :1.5', ids: { a: 'x' } }, service: 'bus :1.5', a: undefined },
  { content: {}, service: 'bus :1.5', a: undefined },
])('$content with the service “$service”: $a', ({ content, service, a }) => {
  const ids = setUp(content);
  expect([ids.serviceIs(service), ids.get('a')]).toEqual([[], a]);
  expect(ids.tagOf(7)).toBe(a === undefined ? undefined : 'a');
});

test('another service: what stood is gone, once; the file is the new one’s', async () => {
  const ids = setUp(KEPT);
  ids.serviceIs('bus :1.5');
  ids.set('c', 9);
  expect(ids.serviceIs('bus :1.5')).toEqual([]);
  expect(ids.serviceIs('bus :1.6')).toEqual(['a', 'b', 'c']);
  expect([ids.get('a'), ids.serviceIs(undefined)]).toEqual([undefined, []]);
  ids.serviceIs('bus :1.7');
  ids.set('d', 1);
  await ids.clock.pass(300);
  expect(ids.file.content).toEqual({ service: 'bus :1.7', ids: { d: 1 } });
});

test('many changes are one write, of the last hundred', async () => {
  const ids = setUp();
  ids.serviceIs('bus :1.5');
  for (let n = 1; n <= 150; n += 1) ids.set(`t${n}`, n);
  ids.set('t60', 200); // the latest again
  ids.delete('t150');
  expect(ids.file.content).toEqual({});
  await ids.clock.pass(300);
  const kept = Object.keys(ids.file.content['ids'] as object);
  expect([kept.length, kept[0], kept.at(-1), ids.clock.timers()]).toEqual([100, 't50', 't60', 0]);
});

test('a full disk keeps no toast back', async () => {
  const clock = createFakeClock();
  const full = (): never => {
    throw new Error('ENOSPC');
  };
  const ids = createBubbleIds({ file: { read: () => ({}), write: full }, clock });
  ids.serviceIs('bus :1.5');
  ids.set('a', 1);
  await clock.pass(300);
  expect(ids.get('a')).toBe(1);
});

test('the file is read at the start alone: when the service is known, the disk may hang', () => {
  const file = createFakeFile(KEPT);
  const { serviceIs, get } = createBubbleIds({ file, clock: createFakeClock() });
  file.read = () => {
    throw new Error('hangs');
  };
  serviceIs('bus :1.5');
  expect(get('a')).toBe(7);
});
