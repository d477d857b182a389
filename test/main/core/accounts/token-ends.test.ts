import { expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import type { TenantApi } from '../../../../src-main/core/ports';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock';
import { createFakeSecrets, startTestApp } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

const INBOX = {
  kind: 'inbox',
  name: 'Lab',
  baseUrl: 'https://lab.example',
  scheme: 'JWT',
  allowHttp: false,
} as const;
const TENANT = { ...INBOX, kind: 'tenant', name: 'Orion', scheme: 'Bearer' } as const;

/** @param life ms from its begin, which is now, to its end */
function jwt(clock: FakeClock, life: number): string {
  const iat = Math.floor(clock.now() / 1000);
  return `x.${btoa(JSON.stringify({ exp: iat + life / 1000, iat }))}.y`;
}

async function started(given: typeof INBOX | typeof TENANT, life: number) {
  const clock = createFakeClock();
  const secrets = createFakeSecrets();
  const files: { accounts: readonly Account[] } = { accounts: [] };
  const begin = () =>
    startTestApp(clock, {
      secrets,
      accountsFile: { read: () => files.accounts, write: (accounts) => (files.accounts = accounts) },
      apis: {
        inbox: () => createFakeServer(clock),
        tenant: (): TenantApi => ({}) as never,
        forget: () => undefined,
      },
    });
  const token = jwt(clock, life);
  const first = begin();
  await first.app.start({ accounts: [{ ...given, token }] });
  const { id } = first.app.accounts.all()[0]!;
  const tag = `${id}/token`;
  const of = ({ toaster }: ReturnType<typeof begin>): string[] =>
    toaster.shown.filter((one) => one.tag === tag).map(({ title, body }) => `${title} · ${body}`);
  return { clock, begin, first, id, tag, of };
}

test('of a long life: told once, a day before, also when the app is started again meanwhile', async () => {
  const { clock, begin, first, of } = await started(TENANT, 30 * DAY);
  await clock.pass(29 * DAY - MIN);
  expect(of(first)).toEqual([]);
  await clock.pass(2 * MIN);
  const said =
    'Orion: its token ends 22 December 10:00 · Paste a new one before, or its settings cannot be read or changed after that.';
  expect(of(first)).toEqual([said]);
  await clock.pass(2 * HOUR);
  await first.app.stop();
  const second = begin();
  await second.app.start();
  await clock.pass(2 * HOUR);
  expect([...of(first), ...of(second)]).toEqual([said]);
  await second.app.stop();
});

test('a tenant: before it ends, and once more when it has, in the same bubble', async () => {
  const { clock, first, of } = await started(TENANT, HOUR);
  await clock.pass(54 * MIN + 1000);
  await clock.pass(7 * MIN);
  await clock.pass(2 * DAY);
  expect(of(first)).toEqual([
    'Orion: its token ends 11:00 · Paste a new one before, or its settings cannot be read or changed after that.',
    'Orion: its token ended 11:00 · Its settings cannot be read or changed until you paste a new one.',
  ]);
});

test('an inbox whose token has ended: the watchdog speaks of it, and the bubble before goes', async () => {
  const { clock, first, of, tag } = await started(INBOX, HOUR);
  await clock.pass(59 * MIN);
  expect(of(first)).toHaveLength(1);
  await clock.pass(2 * MIN);
  expect(of(first)).toHaveLength(1);
  expect(first.toaster.withdrawn).toContain(tag);
});

test('a click opens the account, also on the bubble of an earlier run; of one that is gone it opens nothing', async () => {
  const { first, id, tag, clock } = await started(INBOX, HOUR);
  await clock.pass(1000);
  first.toaster.click(tag);
  first.toaster.click(`${id}/watch`);
  first.toaster.click('another9/token');
  expect(first.opened).toEqual([
    { page: 'account', account: id },
    { page: 'account', account: id },
  ]);
});

test('a new token takes the bubble away, and is told of in its turn', async () => {
  const { clock, first, id, tag, of } = await started(INBOX, HOUR);
  await clock.pass(55 * MIN);
  await first.app.accountChanges.token({ account: id, token: jwt(clock, HOUR) });
  await clock.pass(1000);
  expect(first.toaster.withdrawn).toContain(tag);
  expect(of(first)).toHaveLength(1);
  await clock.pass(55 * MIN);
  expect(of(first)).toHaveLength(2);
});

test('nothing of one that is paused; resumed, it is told', async () => {
  const { clock, first, id, of } = await started(INBOX, HOUR);
  await first.app.accountChanges.pause({ account: id, paused: true });
  await clock.pass(55 * MIN);
  expect(of(first)).toEqual([]);
  await first.app.accountChanges.pause({ account: id, paused: false });
  await clock.pass(1000);
  expect(of(first)).toHaveLength(1);
});

test('in a pause of alerts it waits for its end', async () => {
  const { clock, first, of } = await started(TENANT, HOUR);
  await first.app.pause.set(clock.now() + 57 * MIN);
  await clock.pass(56 * MIN);
  expect(of(first)).toEqual([]);
  await clock.pass(2 * MIN);
  expect(of(first)).toHaveLength(1);
});

test('a desktop without a notification service: told at the next start', async () => {
  const { clock, begin, first, of } = await started(TENANT, HOUR);
  first.toaster.answer = { state: 'no-service' };
  await clock.pass(2 * HOUR);
  expect(of(first)).toHaveLength(2); // tried once each, not with every look
  await first.app.stop();
  const second = begin();
  await second.app.start();
  await clock.pass(1000);
  expect(of(second)).toHaveLength(1);
});

test('one that says nothing of its end is never told of', async () => {
  const { clock, first, id, of } = await started(TENANT, HOUR);
  await first.app.accountChanges.token({ account: id, token: 'opaque-token' });
  await clock.pass(3 * DAY);
  expect(of(first)).toEqual([]);
});
