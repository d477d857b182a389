import { DatabaseSync } from '@photostructure/sqlite';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDesk } from './support/desk';
import { mayMount, readOnly, smallDisk } from './support/disks';
import { folder } from './support/plain-app';
import { run } from './support/run-to-end';

if (!mayMount)
  console.warn('skipped: a full and a read-only disk cannot be made here, as mount(8) is not permitted');

/** Chromium's own files need some of it. */
const SMALL = '48m';

test.runIf(mayMount)(
  'a full disk: said with its next step; it goes on when there is space again',
  async () => {
    const { tray, notes, control, launch, said } = await startDesk();
    const disk = smallDisk(SMALL);
    const app = await launch({ profile: join(disk.folder, 'profile') });
    await said(app, /first sync done/);
    const page = await app.app.firstWindow();
    await page.getByRole('option').first().waitFor();
    disk.fill();
    await control('POST', 'storm', { count: 300 });
    await tray.clickMenu('Poll now');
    const banner = page.getByRole('alert').filter({ hasText: 'disk is full' });
    await banner.filter({ hasText: 'Make space' }).waitFor({ timeout: 15_000 });
    expect(
      notes.shown().map(({ summary }) => summary),
      'what cannot be kept is not told',
    ).not.toContainEqual(expect.stringContaining('agents went offline'));

    disk.makeSpace();
    await banner.waitFor({ state: 'detached', timeout: 60_000 });
    await tray.clickMenu('Poll now');
    await notes.next(({ summary }) => summary.startsWith('300 agents went offline'), 20_000);
    const history = new DatabaseSync(join(app.profile, 'history.sqlite'), { readOnly: true });
    expect(history.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    history.close();
  },
  120_000,
);

test.runIf(mayMount)(
  'a history that may not be written: said; watching goes on once it may',
  async () => {
    const { tray, notes, control, launch, said } = await startDesk();
    const profile = join(folder(), 'profile');
    const first = await launch({ profile });
    await said(first, /first sync done/);
    await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await said(first, /\] ended/);

    const writable = readOnly(join(profile, 'history.sqlite'));
    await control('POST', 'arrive', { type: 3, additional_data: { task_id: 71 } });
    const again = await launch({ profile, provision: { preferences: { pollSeconds: 10 } } });
    const page = await again.app.firstWindow();
    const banner = page.getByRole('alert').filter({ hasText: 'may not be written' });
    await banner.filter({ hasText: 'rights of Tocsin’s folder' }).waitFor({ timeout: 15_000 });
    await tray.item(10_000);
    writable();
    await banner.waitFor({ state: 'detached', timeout: 60_000 });
    // What came meanwhile. Another that came before it was told would be told with it, in one digest.
    await notes.next(({ summary }) => summary === 'Task 71 failed', 20_000);
    await control('POST', 'arrive', { type: 3, additional_data: { task_id: 72 } });
    await tray.clickMenu('Poll now');
    await notes.next(({ summary }) => summary === 'Task 72 failed', 20_000);
  },
  120_000,
);

test.runIf(mayMount)('a profile folder that may not be written: refused with a sentence', async () => {
  const profile = join(folder(), 'profile');
  mkdirSync(profile);
  readOnly(profile);
  const { code, stderr } = await run(`--user-data-dir=${profile}`);
  expect(code).toBe(1);
  expect(stderr).toContain(profile);
  expect(stderr).toContain('may not be written');
});

test('a history of a newer Tocsin: refused in words, left as it is', async () => {
  const { tray, launch } = await startDesk();
  const profile = join(folder(), 'profile');
  mkdirSync(profile, { mode: 0o700 });
  const file = join(profile, 'history.sqlite');
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA journal_mode = WAL; CREATE TABLE treasure (kept TEXT); PRAGMA user_version = 999');
  newer.close();
  const before = readFileSync(file);
  const app = await launch({ profile });
  const page = await app.app.firstWindow();
  await page.getByRole('alert').filter({ hasText: 'made by a newer Tocsin' }).waitFor({ timeout: 15_000 });
  await tray.item(10_000);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(profile).filter((name) => name.startsWith('history.sqlite.'))).toEqual([]);
});
