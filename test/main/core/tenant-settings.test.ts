import { expect, test } from 'vitest';
import { fail, type AppError, type ErrorKind } from '../../../src-shared/app-error';
import type { TenantChanges, TenantSettings } from '../../../src-shared/tenant-settings';
import type { TenantApi } from '../../../src-main/core/ports';
import { createTenantSettings } from '../../../src-main/core/tenant-settings';
import { createFakeClock } from '../../support/fake-clock';

const HOOK = 'https://default0a.1b.environment.api.powerplatform.com/x?sig=CANARY%2Fa';

function tenant() {
  const server = {
    settings: {
      emailOnComplete: true,
      emailOnFail: true,
      teamsWebhookUrl: null,
      teamsOnComplete: false,
      teamsOnFail: false,
    } as TenantSettings,
    calls: [] as unknown[],
    /** What the server makes of a change before it keeps it. */
    keep: (changes: TenantChanges): TenantChanges => changes,
    before: (_call: string): void => undefined,
    after: (_call: string): void => undefined,
  };
  const answer = () => ({ settings: server.settings, unknown: { smsOnFail: true } });
  const api: TenantApi = {
    async load() {
      server.calls.push('GET');
      server.before('GET');
      return answer();
    },
    async save(changes) {
      server.calls.push(changes);
      server.before('PATCH');
      server.settings = { ...server.settings, ...server.keep(changes) } as TenantSettings;
      server.after('PATCH');
      return answer();
    },
  };
  const lines: string[] = [];
  const log = {
    event: (...parts: (string | undefined)[]) => void lines.push(parts.join(' · ')),
    bug: () => undefined,
  };
  return { server, lines, service: createTenantSettings('t', api, createFakeClock(), log) };
}
const kindOf = (asked: Promise<unknown>): Promise<ErrorKind | undefined> =>
  asked.then(
    () => undefined,
    (error: unknown) => (error as AppError).failure.kind,
  );

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
  expect(await service.webhook()).toEqual({ url: HOOK });
});

test('saving reads again and sends what differs then, and nothing else', async () => {
  const { server, service, lines } = tenant();
  const { version } = await service.load();
  const saved = await service.save(
    version,
    { emailOnFail: false, emailOnComplete: true, teamsWebhookUrl: ` ${HOOK}\n` },
    [],
  );
  expect(server.calls).toEqual(['GET', 'GET', { emailOnFail: false, teamsWebhookUrl: HOOK }]);
  expect(saved).toMatchObject({ state: 'saved', cut: false, view: { settings: { emailOnFail: false } } });
  expect(lines).toEqual(['settings saved · emailOnFail, teamsWebhookUrl']);
});

test('nothing to change sends nothing', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  expect(await service.save(version, { emailOnFail: true }, [])).toMatchObject({
    state: 'saved',
    cut: false,
  });
  expect(server.calls).toEqual(['GET', 'GET']);
});

test('another field that somebody else changed stays theirs', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.settings = { ...server.settings, teamsOnFail: true };
  const saved = await service.save(version, { emailOnFail: false }, []);
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
  const first = await service.save(version, wanted, []);
  expect(first).toMatchObject({ state: 'conflict', fields: ['teamsWebhookUrl'] });
  expect(server.calls).toEqual(['GET', 'GET']);
  const second = await service.save(first.view.version, wanted, ['teamsWebhookUrl']);
  expect(second.state).toBe('saved');
  expect(server.calls.at(-1)).toEqual(wanted);
});

test('only the fields that were asked about are overwritten', async () => {
  const { server, service } = tenant();
  server.settings = { ...server.settings, emailOnFail: false, teamsOnFail: true };
  const { version } = await service.load();
  server.settings = { ...server.settings, emailOnFail: true, teamsOnFail: false };
  const wanted = { emailOnFail: false, teamsOnFail: true };
  expect(await service.save(version, wanted, ['emailOnFail'])).toMatchObject({
    state: 'conflict',
    fields: ['teamsOnFail'],
  });
});

test('a version that is not what is shown is refused', async () => {
  const { server, service } = tenant();
  expect(await kindOf(service.save(1, { emailOnFail: false }, []))).toBe('gone');
  const { version } = await service.load();
  await service.load();
  expect(await kindOf(service.save(version, { emailOnFail: false }, []))).toBe('gone');
  expect(server.calls).toEqual(['GET', 'GET']);
});

test.for([
  { url: 'http://relay.example/', problem: 'scheme' },
  { url: 'https://user:CANARY@relay.example/', problem: 'credentials' },
  { url: 'CANARY', problem: 'not-a-url' },
])('$problem: refused by its field before anything is asked, and not repeated', async ({ url, problem }) => {
  const { server, service } = tenant();
  const { version } = await service.load();
  const error: unknown = await service
    .save(version, { teamsWebhookUrl: url }, [])
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
  expect(await service.save(version, { teamsWebhookUrl: HOOK }, [])).toMatchObject({
    state: 'saved',
    cut: true,
  });
});

test('clearing the webhook is no cut', async () => {
  const { server, service } = tenant();
  server.settings = { ...server.settings, teamsWebhookUrl: HOOK };
  const { version } = await service.load();
  expect(await service.save(version, { teamsWebhookUrl: null }, [])).toMatchObject({
    cut: false,
    view: { settings: { teamsWebhookUrl: null } },
  });
});

test('a lost answer: read again, and what was applied is saved', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.after = () => {
    throw fail('timeout');
  };
  expect(await service.save(version, { emailOnFail: false }, [])).toMatchObject({
    state: 'saved',
    view: { settings: { emailOnFail: false } },
  });
  expect(server.calls).toEqual(['GET', 'GET', { emailOnFail: false }, 'GET']);
});

test('a lost request: read again, and what was not applied is not said to be', async () => {
  const { server, service } = tenant();
  const { version } = await service.load();
  server.before = (call) => {
    if (call === 'PATCH') throw fail('timeout');
  };
  expect(await kindOf(service.save(version, { emailOnFail: false }, []))).toBe('timeout');
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
  expect(await kindOf(service.save(version, { teamsWebhookUrl: HOOK }, []))).toBe('validation');
});
