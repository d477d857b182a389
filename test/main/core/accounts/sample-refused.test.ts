import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import { createFakeSecrets } from '../../../support/fake-desktop';
import { MIN } from './started-accounts';
import { startedSample, type StartedSample } from './started-sample';

/** The real history is open, and its account asked and told of as ever. */
async function expectWatched({ app, clock, server, accounts, rows, titles, running }: StartedSample) {
  server.add({ type: 3, data: { task_id: 71 } });
  await clock.pass(2 * MIN);
  expect(accounts()).toMatchObject([{ name: 'Lab', health: { state: 'watching' } }]);
  expect((await rows()).map(({ key }) => key.account)).toEqual(Array(4).fill(app.accounts.all()[0]!.id));
  expect(titles()).toEqual(['Task 71 failed']);
  expect(running.servers).toBe(0);
}

test('an accounts file that cannot be written keeps nobody from exploring, nor from the end of it', async () => {
  const run = await startedSample();
  run.disk.refuses = true;
  const account = await run.explore();
  expect((await run.rows()).map(({ key }) => key.account)).toEqual([account]);
  expect(await run.failed(() => run.commands.accountRemove({ account, history: 'delete' }))).toBe(null);
  await expectWatched(run);
});

test('a token of the sample that cannot be taken away keeps the real accounts from nothing', async () => {
  const secrets = createFakeSecrets();
  const run = await startedSample(['Lab'], { secrets });
  const account = await run.explore();
  const { forget } = secrets;
  secrets.forget = () => {
    throw fail('storage', { detail: 'secrets.json' });
  };
  expect(await run.failed(() => run.commands.accountRemove({ account, history: 'delete' }))).toBe(null);
  secrets.forget = forget;
  await expectWatched(run);
});

test('a sample whose folder cannot be opened: said, and the real accounts are watched; again, it works', async () => {
  const run = await startedSample();
  let opened = 0;
  run.refused.get = (name) => (name === 'open' && (opened += 1) === 1 ? 'disk-full' : undefined);
  expect(await run.failed(() => run.commands.explore({}))).toBe('disk-full');
  await expectWatched(run);
  await run.explore();
  expect(run.isExploring()).toBe(true);
});

test('a sample whose second account cannot be kept: said, and the real accounts are watched', async () => {
  const secrets = createFakeSecrets();
  const run = await startedSample(['Lab'], { secrets });
  const { put } = secrets;
  let kept = 0;
  secrets.put = (...given) =>
    (kept += 1) === 2 ? Promise.reject(fail('storage', { detail: 'secrets.json' })) : put(...given);
  expect(await run.failed(() => run.commands.explore({}))).toBe('storage');
  await expectWatched(run);
});
