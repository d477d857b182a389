import { DatabaseSync } from '@photostructure/sqlite';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { processTree } from '../bench/process-tree.mjs';
import { startDesk, type RequestLog } from './support/desk';
import type { LaunchedApp } from './support/launch-app';
import { folder, provisionFile, startPlain } from './support/plain-app';

interface Accounts {
  readonly accounts: readonly { readonly name: string }[];
}
const readJson = <Shape>(file: string): Shape => JSON.parse(readFileSync(file, 'utf8')) as Shape;

test('20 starts at once: one stays, it gets what each was given, nothing is told twice', async () => {
  const { tray, notes, control, inbox, tenant } = await startDesk();
  const at = folder();
  const profile = join(at, 'profile');
  const names = Array.from({ length: 20 }, (_, n) => `Tenant ${n + 1}`);
  const apps = names.map((name) => {
    const file = provisionFile(at, `${name}.json`, {
      accounts: [inbox, { ...tenant, name }],
      preferences: { pollSeconds: 10, language: 'en' },
    });
    return startPlain(`--user-data-dir=${profile}`, `--provision=${file}`, '--hidden');
  });
  const running = () => apps.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  await waitUntil(() => running().length === 1, 150_000, 'one of twenty');
  const [stays] = running();
  const others = apps.filter((app) => app !== stays);
  expect(await Promise.all(others.map(({ ended }) => ended))).toEqual(others.map(() => 0));

  const file = join(profile, 'accounts.json'); // written a moment after the last of the others ended
  const kept = () => (existsSync(file) ? readJson<Accounts>(file).accounts.map(({ name }) => name) : []);
  await waitUntil(() => kept().length > names.length, 10_000, 'all accounts').catch(() => undefined);
  expect(kept().toSorted()).toEqual(['Lab', ...names].toSorted());
  expect(Object.keys(readJson(join(profile, 'secrets.json')))).toHaveLength(21);

  await tray.item(10_000);
  await waitUntil(() => /first sync done/.test(stays?.output() ?? ''), 20_000, 'the first sync');
  await control('POST', 'arrive', { type: 3, additional_data: { task_id: 77 } });
  await tray.clickMenu('Poll now');
  await notes.next(({ summary }) => summary === 'Task 77 failed', 15_000);
  stays?.child.kill('SIGTERM');
  expect(await stays?.ended).toBe(0);
  expect(notes.shown().map(({ summary }) => summary)).toEqual(['Task 77 failed']);
  expect(readdirSync(profile).filter((name) => name.includes('corrupt'))).toEqual([]);
  const history = new DatabaseSync(join(profile, 'history.sqlite'), { readOnly: true });
  expect(history.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  history.close();
}, 240_000);

test('the window’s process killed: the window comes back, main goes on alerting', async () => {
  const { app, arrives } = await watching();
  await windowAgain(app);
  expect(app.output()).toMatch(/its page ended/);
  await arrives(5);
  expect(app.output()).not.toMatch(/\] bug/);
});

test.for(['gpu-process', 'utility'])(
  'its %s killed: main still watches, windows still draw',
  async (type) => {
    const { app, page, arrives } = await watching();
    const helpers = () => processTree(app.app.process().pid!).filter((one) => one.type === type);
    const killed = helpers().map(({ pid }) => pid);
    expect(killed, `there is a ${type}`).not.toEqual([]);
    for (const pid of killed) process.kill(pid, 'SIGKILL');

    await arrives(6);
    await waitUntil(() => helpers().some(({ pid }) => !killed.includes(pid)), 10_000, `another ${type}`);
    await page.getByRole('navigation').getByRole('button', { name: 'Preferences' }).click();
    await page.getByRole('heading', { name: 'Preferences', exact: true }).waitFor();
    await windowAgain(app);
    expect(app.output()).not.toMatch(/\] bug/);
  },
);

/** The app with a window, and how to see that main alerts. */
async function watching() {
  const { tray, notes, control, launch, said } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await app.app.firstWindow();
  await page.getByRole('navigation').waitFor();
  async function arrives(task: number): Promise<void> {
    await control('POST', 'arrive', { type: 3, additional_data: { task_id: task } });
    await tray.clickMenu('Poll now');
    await notes.next(({ summary }) => summary === `Task ${task} failed`, 25_000);
  }
  return { app, page, arrives };
}

/** Ends the window's process, and waits until there is a page in another. */
async function windowAgain({ app }: LaunchedApp): Promise<void> {
  const again = app.waitForEvent('window');
  for (const { pid, type } of processTree(app.process().pid!))
    if (type === 'renderer') process.kill(pid, 'SIGKILL');
  await (await again).getByRole('navigation').waitFor();
}

test('SIGTERM is a quit: a mark in its Undo is sent first', async () => {
  const { tray, notes, control, inbox } = await startDesk();
  const at = folder();
  const file = provisionFile(at, 'provision.json', { accounts: [inbox], preferences: { pollSeconds: 10 } });
  const app = startPlain(`--user-data-dir=${join(at, 'profile')}`, `--provision=${file}`, '--hidden');
  await waitUntil(() => /first sync done/.test(app.output()), 20_000, 'the first sync');
  await tray.item(10_000);
  const { id } = await control<{ id: number }>('POST', 'arrive', {
    type: 3,
    additional_data: { task_id: 9 },
  });
  await tray.clickMenu('Poll now');
  const isListed = async () => (await tray.menu()).some(({ label }) => label?.endsWith('Task 9 failed'));
  const toast = await notes.next(({ summary }) => summary.includes('9'), 15_000);
  await waitUntil(isListed, 15_000, 'the item in the menu');
  notes.action(toast.id);
  await waitUntil(async () => !(await isListed()), 15_000, 'the mark');
  app.child.kill('SIGTERM');
  expect(await app.ended).toBe(0);
  expect(app.output()).toMatch(/\] ended/);
  const { requests } = await control<RequestLog>('GET', 'requests');
  expect(requests.filter(({ method }) => method === 'PATCH')).toMatchObject([
    { path: `/api/user/notifications/${id}/`, status: 200 },
  ]);
});
