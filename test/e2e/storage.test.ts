import { DatabaseSync } from '@photostructure/sqlite';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDesk } from './support/desk';
import { mayMount, readOnly } from './support/disks';
import { folder } from './support/plain-app';
import { run } from './support/run-to-end';

if (!mayMount) console.warn('skipped: a read-only disk cannot be made here, as mount(8) is not permitted');

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
