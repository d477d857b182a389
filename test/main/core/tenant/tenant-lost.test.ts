import { expect, test } from 'vitest';
import { fail, type ErrorKind } from '../../../../src-shared/app-error';
import { dropping, HOOK, tenant, viewOf } from './tenant-world';

const LOST: readonly ErrorKind[] = [
  'timeout',
  'connection',
  'no-network',
  'server-error',
  'not-json',
  'broken-json',
  'not-our-api',
  'too-large',
];

test.for(LOST)('%s after the server took it: read again, and saved', async (kind) => {
  const { server, history, service } = tenant();
  const { version } = await service.load();
  server.after = () => {
    throw fail(kind);
  };
  expect(await service.save(version, { emailOnFail: false })).toMatchObject({
    state: 'saved',
    lost: true,
    altered: {},
    view: { settings: { emailOnFail: false } },
  });
  expect(server.calls).toEqual(['GET', 'GET', { emailOnFail: false }, 'GET']);
  expect(history.list(null)).toMatchObject([{ fields: [{ field: 'emailOnFail', from: true, to: false }] }]);
});

test('lost on its way there: read again, said as not applied, and sent again on request', async () => {
  const { server, history, service } = tenant();
  const { version } = await service.load();
  server.before = (call) => {
    if (call === 'PATCH') throw fail('timeout');
  };
  const saved = await service.save(version, { emailOnFail: false });
  expect(saved).toMatchObject({
    state: 'not-applied',
    open: ['emailOnFail'],
    failure: { kind: 'timeout' },
    view: { settings: { emailOnFail: true } },
  });
  expect(history.list(null)).toEqual([]);
  server.before = () => undefined;
  expect(await service.save(viewOf(saved).version, { emailOnFail: false })).toMatchObject({
    state: 'saved',
    lost: false,
  });
});

test.for([
  { after: 13_000, settled: { state: 'saved', altered: {} }, past: 1 },
  // Whoever changed it by now: it says nothing of what was sent then.
  { after: 3_600_000, settled: null, past: 0 },
])('taken after it was said that it is not there: $after ms later it is $settled', async (given) => {
  const { server, history, service, clock } = tenant();
  const { version } = await service.load();
  server.before = (call) => {
    if (call === 'PATCH') throw fail('timeout');
  };
  expect(await service.save(version, { emailOnFail: false })).toMatchObject({ state: 'not-applied' });
  expect((await service.load()).settled).toBeNull();
  await clock.pass(given.after);
  server.settings = { ...server.settings, emailOnFail: false };
  expect((await service.load()).settled).toEqual(given.settled);
  expect(history.list(null)).toHaveLength(given.past);
  expect((await service.load()).settled).toBeNull();
});

test('half of it taken: the other half is named, and what was taken is in the history', async () => {
  const { server, history, service } = tenant();
  const { version } = await service.load();
  server.keep = dropping('teamsOnFail');
  server.after = () => {
    throw fail('connection');
  };
  expect(await service.save(version, { emailOnFail: false, teamsOnFail: true })).toMatchObject({
    state: 'not-applied',
    open: ['teamsOnFail'],
  });
  expect(history.list(null).map(({ fields }) => fields.map(({ field }) => field))).toEqual([['emailOnFail']]);
});

test('the history has what the server kept, not what was sent', async () => {
  const { server, history, service } = tenant();
  const { version } = await service.load();
  server.keep = ({ teamsWebhookUrl }) => ({ teamsWebhookUrl: teamsWebhookUrl?.slice(0, 40) ?? null });
  await service.save(version, { teamsWebhookUrl: HOOK, emailOnFail: false });
  expect(history.list(null)).toMatchObject([
    { fields: [{ field: 'teamsWebhookUrl', from: null, to: { end: HOOK.slice(36, 40) } }] },
  ]);
  expect(history.list(null)[0]?.fields).toHaveLength(1);
});

test('a cut URL whose answer was lost is told as cut', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.keep = ({ teamsWebhookUrl }) => ({ teamsWebhookUrl: teamsWebhookUrl?.slice(0, 40) ?? null });
  server.after = () => {
    throw fail('timeout');
  };
  expect(await service.save(version, { teamsWebhookUrl: HOOK })).toMatchObject({
    state: 'saved',
    lost: true,
    altered: { teamsWebhookUrl: 'cut' },
  });
});

test.for([
  { when: 'it was taken', took: true, settled: { state: 'saved', altered: {} }, past: 1 },
  { when: 'it was not', took: false, settled: { state: 'not-applied', open: ['emailOnFail'] }, past: 0 },
])('not to be read again: nobody knows, until it can be: $when', async ({ took, settled, past }) => {
  const { server, history, service } = tenant();
  const { version } = await service.load();
  server[took ? 'after' : 'before'] = (call) => {
    if (call !== 'PATCH') return;
    server.before = () => {
      throw fail('no-network');
    };
    throw fail('timeout');
  };
  expect(await service.save(version, { emailOnFail: false })).toEqual({
    state: 'unknown',
    failure: { kind: 'timeout' },
  });
  expect(history.list(null)).toEqual([]);
  server.before = () => undefined;
  expect((await service.load()).settled).toEqual(settled);
  expect(history.list(null)).toHaveLength(past);
  expect((await service.load()).settled).toBeNull();
});

test.for<ErrorKind>([
  'validation',
  'no-permission',
  'maintenance',
  'token-refused',
  'throttled',
  'refused',
  'redirect',
])('%s is the server’s own refusal: it comes through, and nothing is read again', async (kind) => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.before = (call) => {
    if (call === 'PATCH') throw fail(kind);
  };
  await expect(service.save(version, { emailOnFail: false })).rejects.toMatchObject({ failure: { kind } });
  expect(server.calls).toEqual(['GET', 'GET', { emailOnFail: false }]);
  expect((await service.load()).settled).toBeNull();
});
