import { expect, test } from 'vitest';
import type { Input } from '../../../../src-shared/ipc';
import { startTestApp } from '../../../support/fake-desktop';
import { LAB } from '../../../support/lab';
import { folder } from '../started-app';
import { MIN, started } from './started-accounts';

const HOST = 'lab.example';
const jwtOf = (sub: string, more = ''): string =>
  `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub, more }))}.x`;
const [ann, annsNext, bob] = [jwtOf('ann'), jwtOf('ann', 'next'), jwtOf('bob')];
type Started = Awaited<ReturnType<typeof started>>;

/** Accounts by name, with the token of each. */
const tokensOf = ({ app }: Pick<Started, 'app'>) =>
  Object.fromEntries(app.accounts.all().map((one) => [one.name, app.accounts.token(one)]));

/** Nobody is connected yet. */
async function connecting() {
  const run = await started();
  await run.commands.accountRemove({ account: run.id, history: 'delete' });
  const connect = (more: Partial<Input<'accountAdd'>>) => run.commands.accountAdd({ ...LAB, ...more });
  return { ...run, connect };
}

test('a second user at one address is a second account, and each is asked with its own token', async () => {
  const run = await connecting();
  const { connect, clock, tokens } = run;
  const first = await connect({ name: HOST, token: 'anns' });
  const second = await connect({ name: HOST, token: 'bobs' });
  await connect({ name: HOST, token: 'eves' });
  expect(await connect({ name: HOST, token: 'bobs', scheme: 'Bearer' })).toEqual(second);
  expect(await connect({ name: HOST, token: 'anns' })).toEqual(first);
  expect(tokensOf(run)).toEqual({ [HOST]: 'anns', [`${HOST} 2`]: 'bobs', [`${HOST} 3`]: 'eves' });
  expect(run.app.accounts.find(second.account).scheme).toBe('Bearer');
  tokens.length = 0;
  await clock.pass(2 * MIN);
  expect(new Set(tokens)).toEqual(new Set(['anns', 'bobs', 'eves']));
});

test.for<{ what: string; kind?: 'tenant'; before: string; after: string; same: boolean }>([
  { what: 'another token', before: 'anns', after: 'bobs', same: false },
  { what: 'another user’s, by its own word', before: ann, after: bob, same: false },
  { what: 'the very same token', before: 'anns', after: 'anns', same: true },
  { what: 'the same user’s next one, by its own word', before: ann, after: annsNext, same: true },
  {
    what: 'the same user’s, and perhaps another tenant’s',
    kind: 'tenant',
    before: ann,
    after: annsNext,
    same: false,
  },
  { what: 'the very same of a tenant', kind: 'tenant', before: ann, after: ann, same: true },
])('a name that was typed and is taken, with $what: taken again is $same', async (given) => {
  const { kind = 'inbox', before, after, same } = given;
  const run = await connecting();
  const there = await run.connect({ kind, token: before });
  const again = await Promise.resolve(run.connect({ kind, token: after })).catch(
    (error: { failure: unknown }) => error.failure,
  );
  expect(again).toEqual(same ? there : { kind: 'bad-input', fields: { name: 'taken' } });
  expect(tokensOf(run)).toEqual({ Lab: same ? after : before });
});

test('an archive of that name comes back to life, whosever the token is', async () => {
  const run = await connecting();
  const { account } = await run.connect({ name: HOST, token: ann });
  await run.commands.accountRemove({ account, history: 'keep' });
  expect(await run.connect({ name: HOST, token: bob })).toEqual({ account });
  expect(tokensOf(run)).toEqual({ [HOST]: bob });
});

test('a host of sixty letters has room for its number', async () => {
  const run = await connecting();
  const host = `${'a'.repeat(50)}.${'b'.repeat(20)}.example`;
  const name = host.slice(0, 60);
  for (const token of ['anns', 'bobs']) await run.connect({ name, baseUrl: `https://${host}`, token });
  expect(Object.keys(tokensOf(run))).toEqual([name, `${name.slice(0, 58)} 2`]);
});

const GIVEN = {
  'an administrator’s file': ({ app }: Started, token: string) =>
    app.provision({ accounts: [{ ...LAB, token }] }),
  'an edit': ({ edit }: Started, token: string) => edit({ token }),
} as const;

/** Ann's, with all her items marked and the Undo still open. */
async function anns() {
  const run = await started();
  await run.commands.accountToken({ account: run.id, token: ann });
  await run.clock.pass(MIN);
  await run.commands.markSeen({ keys: (await run.rows()).map(({ key }) => key) });
  return run;
}
const isLive = async ({ rows }: Started) => (await rows()).map(({ live }) => live);

test.for(Object.entries(GIVEN))(
  '%s with another user’s token begins anew: no mark goes out with it, nothing old is told',
  async ([, give]) => {
    const run = await anns();
    const { clock, server, titles, app, id, lines } = run;
    server.items.length = 0;
    server.add({ ts: (clock.now() - 2 * MIN) * 1000, type: 3, data: { task_id: 1 } });
    await give(run, bob);
    run.tokens.length = 0;
    server.log.length = 0;
    await clock.pass(10 * MIN);
    expect(new Set(run.tokens)).toEqual(new Set([bob]));
    expect(server.log.filter((line) => line.startsWith('PATCH'))).toEqual([]);
    expect((await isLive(run)).filter(Boolean)).toHaveLength(1);
    expect((await run.rows()).some(({ mark }) => mark !== null)).toBe(false);
    expect([titles(), app.accounts.all().map((one) => one.id)]).toEqual([[], [id]]);
    expect(lines.filter((line) => line.includes('another user'))).toHaveLength(1);
  },
);

test.for(Object.entries(GIVEN))('%s with the same user’s next token goes on', async ([, give]) => {
  const run = await anns();
  await give(run, annsNext);
  await run.clock.pass(MIN);
  expect(await isLive(run)).toEqual([true, true, true]);
  expect(run.server.items.every(({ seen }) => seen)).toBe(true);
  expect(tokensOf(run)).toEqual({ Lab: annsNext });
});

test('an opaque token of an edit that is said to be another user’s begins anew too', async () => {
  const run = await started();
  run.server.items.length = 0;
  await run.edit({ token: 'opaque-token', anew: true });
  await run.clock.pass(MIN);
  expect(await isLive(run)).toEqual([false, false, false]);
});

test.for(['archive', 'accounts.json'] as const)(
  'another user’s token of a file while the disk refuses (%s): said in the log, and all is as before',
  async (what) => {
    const run = await anns();
    if (what === 'archive') run.refused.set('archive', 'disk-full');
    else run.disk.refuses = true;
    await GIVEN['an administrator’s file'](run, bob);
    run.refused.clear();
    run.disk.refuses = false;
    await run.clock.pass(MIN);
    expect(run.lines.filter((line) => line.includes('not provisioned'))).toHaveLength(1);
    expect(tokensOf(run)).toEqual({ Lab: ann });
    expect(await isLive(run)).toEqual([true, true, true]);
    expect(run.accounts()[0]).toMatchObject({ health: { state: 'watching' } });
    expect(run.server.items.every(({ seen }) => seen)).toBe(true);
  },
);

test('another user’s token of a file at a start begins anew before the first poll', async () => {
  const profile = folder();
  const first = await started(['Lab'], profile);
  const { clock, apis, files, id, tokens, server } = first;
  clock.die(1000);
  const accountsFile = { read: () => files.accounts, write: () => undefined };
  const { app, toaster } = startTestApp(clock, { apis, folder: profile, accountsFile });
  await app.accounts.setToken(id, ann);
  tokens.length = 0;
  server.items.length = 0;
  await app.open();
  await app.provision({ accounts: [{ ...LAB, token: bob }] });
  await clock.pass(MIN);
  expect(tokens).toEqual([]);
  await app.start();
  await clock.pass(MIN);
  expect(new Set(tokens)).toEqual(new Set([bob]));
  expect((await app.store.query({}, 0, 9)).rows.map(({ live }) => live)).toEqual([false, false, false]);
  expect(app.state().accounts).toMatchObject([{ id, health: { state: 'watching' } }]);
  expect(toaster.shown).toEqual([]);
});
