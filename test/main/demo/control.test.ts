import { expect, test } from 'vitest';
import { formatStamp, parseStamp } from '../../../src-main/demo/stamp';
import type { DemoEvent } from '../../../src-main/demo/demo-event';
import { ids, LIST, NOW, SETTINGS, startDemo, type Item, type Page } from './demo-client';

test('an arrival is filled with an agent that goes offline now, and told', async () => {
  const events: DemoEvent[] = [];
  const demo = await startDemo({ onEvent: (event) => events.push(event) });
  const answer = await demo.control('POST', '/arrive', { severity: 5 });
  const item = { id: 3588, type: 8, seen: false, severity: 5, timestamp: '2026-11-20T14:02:00+01:00' };
  expect(answer).toMatchObject({ status: 201, body: { ...item, additional_data: { test_agent_id: 4 } } });
  await demo.inbox(LIST);
  expect(events).toEqual([
    { event: 'arrived', id: 3588, type: 8, text: 'agent 4 offline' },
    { event: 'request', method: 'GET', path: LIST, status: 200 },
  ]);
});

test.for([
  '{"id":9007199254740993,"type":8,"seen":false,"severity":1,"timestamp":"2026-11-20T14:00:00+01:00"}',
  '{"id":null}',
  '[[[]]]',
  '"text"',
  '{"id":1,  "timestamp":"yesterday"}',
])('raw %s is served as it came, beside its neighbours', async (text) => {
  const demo = await startDemo({ history: 2 });
  expect((await demo.control('POST', '/arrive', { raw: true, text })).text).toBe(text);
  const answer = await demo.inbox(LIST);
  expect(answer.text).toContain(text);
  expect(answer.body).toMatchObject({ count: 3 });
  expect((answer.body as Page).results).toHaveLength(3);
});

test('an id that is taken comes back with another stamp, as after a restore', async () => {
  const demo = await startDemo({ history: 5 });
  const { id } = ((await demo.inbox(LIST)).body as Page).results[2]!;
  await demo.control('POST', '/arrive', { id, severity: 42 });
  const { count, results } = (await demo.inbox(LIST)).body as Page;
  expect(count).toBe(5);
  expect(results[0]).toMatchObject({ id, severity: 42 });
});

test('a storm takes agents down within its seconds, and brings them back', async () => {
  const demo = await startDemo();
  const down = (await demo.control('POST', '/storm', { count: 14, seconds: 40 })).body as readonly Item[];
  expect(down.map((item) => item.type)).toEqual(Array(14).fill(8));
  expect(down.map((item) => item.additional_data)).toMatchObject(
    down.map((_, at) => ({ test_agent_id: at + 1 })),
  );
  const at = down.map((item) => parseStamp(item.timestamp)!);
  expect(at.at(-1)).toBe(NOW * 1000);
  expect(at.at(-1)! - at[0]!).toBeLessThanOrEqual(40e6);
  expect(new Set(at).size).toBe(14);
  expect((await demo.control('GET', '/state')).body).toMatchObject({ count: 14, unseen: 14 });
  await demo.control('POST', '/storm', { count: 12, online: true });
  expect((await demo.control('GET', '/state')).body).toMatchObject({ count: 26, offlineAgents: [13, 14] });
});

test('others delete and mark as seen behind our back; state shows it', async () => {
  const demo = await startDemo();
  await demo.control('POST', '/arrive', [{}, {}, {}]);
  await demo.control('POST', '/delete', { ids: [3588, 1] });
  await demo.control('POST', '/seen', { ids: [3590] });
  const state = await demo.control('GET', '/state?ids=3588,3589,3590');
  expect(state.body).toMatchObject({
    count: 2,
    unseen: 1,
    items: [
      { id: 3589, seen: false },
      { id: 3590, seen: true },
    ],
  });
  expect(ids(await demo.inbox(LIST))).toEqual([3590, 3589]);
});

test('the log has the scheme and the names of fields, never token or value', async () => {
  const demo = await startDemo();
  await demo.inbox(`${LIST}?seen=false`);
  const teamsWebhookUrl = 'https://hooks.example/secret';
  await demo.tenant({ method: 'PATCH', body: { teamsWebhookUrl } });
  const log = await demo.control('GET', '/requests');
  const shared = { at: new Date(NOW).toISOString(), status: 200, fault: null };
  expect(log.body).toEqual({
    requests: [
      { ...shared, method: 'GET', path: LIST, query: 'seen=false', scheme: 'Token', fields: [] },
      {
        ...shared,
        method: 'PATCH',
        path: SETTINGS,
        query: '',
        scheme: 'Bearer',
        fields: ['teamsWebhookUrl'],
      },
    ],
  });
  for (const secret of [demo.token, demo.tenantToken, teamsWebhookUrl])
    expect(log.text).not.toContain(secret);
  await demo.control('DELETE', '/requests');
  expect((await demo.control('GET', '/requests')).body).toEqual({ requests: [] });
});

test('only the control token opens the control', async () => {
  const demo = await startDemo();
  expect((await demo.inbox('/control/state')).status).toBe(401);
  expect((await demo.inbox('/control/state', { authorization: `Control ${demo.token}` })).status).toBe(401);
});

test.for([
  ['POST', '/storm', { count: 0 }],
  ['POST', '/arrive', [1]],
  ['POST', '/fault', { kind: 'nonsense' }],
  ['POST', '/fault', { kind: 'status' }],
  ['POST', '/fault', { kind: 'html', times: 0 }],
  ['POST', '/behaviour', { operators: 'none' }],
  ['POST', '/settings', { readOnly: 'yes' }],
  ['POST', '/delete', { ids: 'all' }],
] as const)('%s %s %j → 400 with a sentence', async ([method, path, body]) => {
  const answer = await (await startDemo()).control(method, path, body);
  expect(answer).toMatchObject({ status: 400, body: { error: expect.any(String) as unknown } });
});

test('alive, something arrives 20 to 60 s later, and again', async () => {
  const waiting: { ms: number; run: () => void }[] = [];
  const clock = {
    now: () => NOW,
    after: (ms: number, run: () => void) => {
      waiting.push({ ms, run });
      return () => undefined;
    },
  };
  const demo = await startDemo({ clock, live: true });
  for (let round = 0; round < 20; round += 1) waiting[round]!.run();
  expect(((await demo.inbox(LIST)).body as Page).count).toBe(20);
  expect(waiting.every(({ ms }) => ms >= 20_000 && ms <= 60_000)).toBe(true);
  expect(new Set(waiting.map(({ ms }) => ms)).size).toBeGreaterThan(5);
});

test.for<readonly [stamp: string, iso: string]>([
  ['2022-01-27T17:30:57.239897+01:00', '2022-01-27T16:30:57.239Z'],
  ['2026-07-01T12:00:00.000001+02:00', '2026-07-01T10:00:00.000Z'],
  ['2026-03-29T03:00:00+02:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T02:59:59.999999+02:00', '2026-10-25T00:59:59.999Z'],
  ['2026-10-25T02:00:00+01:00', '2026-10-25T01:00:00.000Z'],
])('%s is %s and back', ([stamp, iso]) => {
  const micros = parseStamp(stamp)!;
  expect(new Date(Math.floor(micros / 1000)).toISOString()).toBe(iso);
  expect(formatStamp(micros)).toBe(stamp);
});

test.for<readonly [stamp: string, micros: number | undefined]>([
  ['1970-01-01T00:00:01Z', 1_000_000],
  ['1970-01-01T00:00:01.5Z', 1_500_000],
  ['1970-01-01T01:00:00.000001+01:00', 1],
  ['1970-01-01T00:00:00.0000019Z', 1],
  ['1970-13-01T00:00:00Z', undefined],
  ['yesterday', undefined],
])('%s is %s µs', ([stamp, micros]) => {
  expect(parseStamp(stamp)).toBe(micros);
});
