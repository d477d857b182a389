import { expect, test } from 'vitest';
import { fail, type AppError } from '../../../../src-shared/app-error';
import { HOOK, kindOf, tenant, viewOf } from './tenant-world';

test('loading shows the flags, the unknown, and of the webhook its host and end alone', async () => {
  const { server, service } = tenant();
  server.settings = { ...server.settings, teamsWebhookUrl: HOOK };
  const view = await service.load();
  expect(view).toMatchObject({
    account: 't',
    settings: {
      emailOnFail: true,
      teamsWebhookUrl: { host: 'default0a.1b.environment.api.powerplatform.com', end: '%2Fa' },
    },
    unknown: { smsOnFail: true },
  });
  expect(JSON.stringify(view)).not.toContain('CANARY');
  expect(await service.webhook()).toBe(HOOK);
});

test('saving reads again and sends what differs then, and nothing else', async () => {
  const { server, service, lines } = tenant();
  const { version } = await service.load();
  const saved = await service.save(version, {
    emailOnFail: false,
    emailOnComplete: true,
    teamsWebhookUrl: ` ${HOOK}\n`,
  });
  expect(server.calls).toEqual(['GET', 'GET', { emailOnFail: false, teamsWebhookUrl: HOOK }]);
  expect(saved).toMatchObject({
    state: 'saved',
    altered: {},
    lost: false,
    view: { settings: { emailOnFail: false } },
  });
  expect(lines).toEqual(['settings saved · emailOnFail, teamsWebhookUrl']);
});

test('nothing to change sends nothing', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  expect(await service.save(version, { emailOnFail: true })).toMatchObject({
    state: 'saved',
    altered: {},
    lost: false,
  });
  expect(server.calls).toEqual(['GET', 'GET']);
});

test('another field that somebody else changed stays theirs', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.settings = { ...server.settings, teamsOnFail: true };
  const saved = await service.save(version, { emailOnFail: false });
  expect(saved).toMatchObject({
    state: 'saved',
    view: { settings: { emailOnFail: false, teamsOnFail: true } },
  });
});

test('the same field changed meanwhile: nothing is sent, the choice is asked, and what is chosen is sent', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.settings = { ...server.settings, teamsWebhookUrl: 'https://theirs.example/' };
  const wanted = { teamsWebhookUrl: HOOK, emailOnFail: false };
  const first = await service.save(version, wanted);
  expect(first).toMatchObject({ state: 'conflict', fields: ['teamsWebhookUrl'] });
  expect(server.calls).toEqual(['GET', 'GET']);
  const second = await service.save(viewOf(first).version, wanted);
  expect(second.state).toBe('saved');
  expect(server.calls.at(-1)).toEqual(wanted);
});

test('changed a third time after the choice: asked again, nothing is overwritten unseen', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  const theirs = (url: string): void => void (server.settings = { ...server.settings, teamsWebhookUrl: url });
  theirs('https://theirs.example/');
  const first = await service.save(version, { teamsWebhookUrl: HOOK });
  theirs('https://theirs-again.example/');
  const second = await service.save(viewOf(first).version, { teamsWebhookUrl: HOOK });
  expect(second).toMatchObject({ state: 'conflict', fields: ['teamsWebhookUrl'] });
  expect(server.calls).toEqual(['GET', 'GET', 'GET']);
});

test('a version that is not what is shown is refused', async () => {
  const { server, service } = tenant();
  expect(await kindOf(service.save(1, { emailOnFail: false }))).toBe('gone');
  const { version } = await service.load();
  for (let i = 0; i < 8; i += 1) await service.load();
  expect(await kindOf(service.save(version, { emailOnFail: false }))).toBe('gone');
  expect(server.calls).toEqual(Array(9).fill('GET'));
});

test('a save may be based on an earlier reading: what changed since then is a conflict', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.settings = { ...server.settings, teamsWebhookUrl: 'https://theirs.example/' };
  await service.load();
  expect(await service.save(version, { teamsWebhookUrl: HOOK })).toMatchObject({ state: 'conflict' });
});

test.for([
  { url: 'http://relay.example/', problem: 'scheme' },
  { url: 'https://user:CANARY@relay.example/', problem: 'credentials' },
  { url: 'CANARY', problem: 'not-a-url' },
])('$problem: refused by its field before anything is asked, and not repeated', async ({ url, problem }) => {
  const { server, service } = tenant();
  const { version } = await service.load();
  const error: unknown = await service
    .save(version, { teamsWebhookUrl: url })
    .catch((thrown: unknown) => thrown);
  expect((error as AppError).failure).toEqual({ kind: 'bad-input', fields: { teamsWebhookUrl: problem } });
  expect(server.calls).toEqual(['GET']);
});

test('a cut URL is told', async () => {
  const { server, service } = tenant();
  server.keep = ({ teamsWebhookUrl, ...rest }) => ({
    ...rest,
    teamsWebhookUrl: teamsWebhookUrl?.slice(0, 40) ?? null,
  });
  const { version } = await service.load();
  expect(await service.save(version, { teamsWebhookUrl: HOOK })).toMatchObject({
    state: 'saved',
    altered: { teamsWebhookUrl: 'cut' },
  });
});

test('clearing the webhook is no cut', async () => {
  const { server, service } = tenant();
  server.settings = { ...server.settings, teamsWebhookUrl: HOOK };
  const { version } = await service.load();
  expect(await service.save(version, { teamsWebhookUrl: null })).toMatchObject({
    altered: {},
    lost: false,
    view: { settings: { teamsWebhookUrl: null } },
  });
});

test('the server’s own refusal comes through, also where it cannot be read again', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  let patched = false;
  server.before = (call) => {
    if (call === 'PATCH') {
      patched = true;
      throw fail('validation', { status: 400, fields: { teamsWebhookUrl: 'no' } });
    }
    if (patched) throw fail('connection');
  };
  expect(await kindOf(service.save(version, { teamsWebhookUrl: HOOK }))).toBe('validation');
});
