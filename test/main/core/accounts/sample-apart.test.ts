import { expect, test } from 'vitest';
import { LAB } from '../../../support/lab';
import { settle } from '../../../support/fake-clock';
import { createInlineStore, startTestApp } from '../../../support/fake-desktop';
import { folder } from '../started-app';
import { slowArchives } from './slow-archives';
import { MIN } from './started-accounts';
import { startedSample, type StartedSample } from './started-sample';

const OTHER = 'https://lab.example/other';
type Rows = Awaited<ReturnType<StartedSample['rows']>>;

test.for<{
  what: string;
  act: (run: StartedSample) => unknown;
  after: (run: StartedSample, rows: Rows) => unknown;
}>([
  {
    what: 'another address',
    act: ({ edit }) => edit({ baseUrl: OTHER }),
    after: ({ serverOf }, rows) => {
      expect(rows.map(({ live }) => live)).toEqual([false, false, false]);
      expect(serverOf(OTHER).log.length).toBeGreaterThan(0);
      expect(serverOf(OTHER).log.filter((line) => line.startsWith('PATCH'))).toEqual([]);
    },
  },
  {
    what: 'another user’s token',
    act: ({ commands, id }) => commands.accountToken({ account: id, token: 'new-token', anew: true }),
    // The same rows are there for the new user: they are read anew.
    after: ({ server }) => expect(server.items.some(({ seen }) => seen)).toBe(false),
  },
  {
    what: 'a pause',
    act: ({ commands, id }) => commands.accountPause({ account: id, paused: true }),
    after: ({ accounts, server }, rows) => {
      expect([accounts()[0]?.health.state, server.log, rows.length]).toEqual(['paused', [], 3]);
    },
  },
  {
    what: 'a removal',
    act: ({ commands, id }) => commands.accountRemove({ account: id, history: 'delete' }),
    after: ({ accounts }, rows) => expect([accounts(), rows]).toEqual([[], []]),
  },
  {
    what: 'a removal that keeps its history',
    act: ({ commands, id }) => commands.accountRemove({ account: id, history: 'keep' }),
    after: (_, rows) => expect(rows.map(({ live }) => live)).toEqual([false, false, false]),
  },
])('$what while exploring ends the sample first: it is the real history that follows', async (given) => {
  const run = await startedSample();
  const { commands, rows, server, clock } = run;
  await commands.markSeen({ keys: (await rows()).map(({ key }) => key) }); // their Undo still runs
  await run.explore();
  server.log.length = 0;
  await given.act(run);
  expect([run.isExploring(), run.running.servers]).toEqual([false, 0]);
  await clock.pass(MIN);
  given.after(run, await rows());
});

test('resumed while exploring: the sample ends, and it is read into its own history', async () => {
  const run = await startedSample();
  const { commands, id, clock, server, rows } = run;
  await commands.accountPause({ account: id, paused: true });
  await run.explore();
  server.add();
  await commands.accountPause({ account: id, paused: false });
  await clock.pass(MIN);
  expect(run.isExploring()).toBe(false);
  expect((await rows()).map(({ key }) => key.account)).toEqual([id, id, id, id]);
});

test('a colour, and what is refused anyway, leave the sample', async () => {
  const run = await startedSample();
  await run.explore();
  await run.edit({ colour: 'pink' });
  expect(await run.failed(() => run.edit({ baseUrl: 'https://new.example' }))).toBe('no-token');
  expect(await run.failed(() => run.commands.accountPause({ account: 'nobody', paused: true }))).toBe('gone');
  expect(run.isExploring()).toBe(true);
});

test('the sample’s own account is changed without its end', async () => {
  const run = await startedSample();
  const account = await run.explore();
  await run.commands.accountPause({ account, paused: true });
  await run.commands.accountPause({ account, paused: false });
  expect(run.isExploring()).toBe(true);
});

test.for<{ what: string; act: (run: StartedSample) => Promise<unknown> }>([
  { what: 'given again', act: ({ app }) => app.provision({ accounts: [LAB] }) },
  { what: 'begun', act: ({ app }) => app.accountChanges.beginAll() },
])('a real account that is $what while exploring is asked only after it', async ({ act }) => {
  const run = await startedSample();
  const account = await run.explore();
  run.server.log.length = 0;
  await act(run);
  await run.clock.pass(MIN);
  expect(run.server.log).toEqual([]);
  expect((await run.rows()).map(({ key }) => key.account)).toEqual([account]);
  await run.commands.accountRemove({ account, history: 'delete' });
  await run.clock.pass(MIN);
  expect(run.server.log.length).toBeGreaterThan(0);
});

test('explored while an address changes: the archive is made whole first, in the real history', async () => {
  const { store, goOn } = slowArchives();
  const run = await startedSample(['Lab'], { store });
  const edited = run.edit({ baseUrl: OTHER });
  const explored = run.explore();
  await run.clock.pass(MIN);
  expect(run.isExploring()).toBe(false);
  goOn();
  const [account] = await Promise.all([explored, edited]);
  expect((await run.rows()).map(({ key }) => key.account)).toEqual([account]);
  await run.commands.accountRemove({ account, history: 'delete' });
  await run.clock.pass(MIN);
  expect((await run.rows()).map(({ key, live }) => [key.account, live])).toEqual(
    Array(3).fill([run.id, false]),
  );
});

test('an archive that was broken off is not made whole in the sample', async () => {
  const real = createInlineStore(() => 0);
  const archived: string[] = [];
  const run = await startedSample(['Lab'], {
    store: new Proxy(real, {
      get: (_, name: keyof typeof real) =>
        name === 'brokenOff'
          ? () => Promise.resolve([run.id])
          : name === 'archive'
            ? (id: string) => (archived.push(id), real.archive(id))
            : real[name],
    }),
  });
  await run.explore();
  await run.app.accountChanges.beginAll();
  await run.clock.pass(MIN);
  expect(archived).toEqual([]);
});

test('quit while exploring: the server ends, once, and the next run has its own history', async () => {
  const own = folder();
  const run = await startedSample(['Lab'], { folder: own });
  await run.explore();
  await run.app.stop();
  expect(run.running.servers).toBe(0);
  const { apis, clock, files } = run;
  const next = startTestApp(clock, {
    apis,
    folder: own,
    accountsFile: { read: () => files.accounts, write: () => undefined },
  });
  await next.app.start();
  await clock.pass(1000);
  expect(next.app.state()).toMatchObject({ accounts: [{ name: 'Lab' }], counts: { total: 3 } });
});

test('quit while the sample begins: it ends too', async () => {
  const run = await startedSample();
  run.running.after = settle();
  const explored = run.commands.explore({});
  await Promise.all([run.app.stop(), explored]);
  expect([run.running.servers, run.isExploring()]).toEqual([0, false]);
});
