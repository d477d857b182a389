// npm run test:day [-- --app [--speed N]]: the scripted day of docs/alerts.md. Plays it through the alert engine and prints
// the table; with --app also through the built app on a private desktop, its main process as many times faster (120: 12
// minutes), and prints both side by side. Exit 1 where a promise of that page is broken.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDesktopPackages } from './debian-packages.mjs';
import { readOptions } from './options.mjs';
import { giveUp, repoRoot, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

const MOST_TOASTS = 60;
/** Of items that became something else. */
const MOST_LINES = 40;
const { values } = readOptions({
  options: { app: { type: 'boolean', default: false }, speed: { type: 'string', default: '120' } },
});
const speed = Number(values.speed);
// Faster, and polls come more seldom than every 30 s of the day: no answer is waited for less than 250 ms (fast-clock.cjs).
if (!Number.isInteger(speed) || speed < 2 || speed > 120)
  giveUp('--speed must be a whole number from 2 to 120');

const vitest = path.join(repoRoot, 'node_modules', 'vitest', 'vitest.mjs');
const test = [vitest, 'run', '--project', 'core', 'test/main/core/alerts/day.test.ts'];
if (!values.app)
  process.exit(spawnSync(process.execPath, test, { cwd: repoRoot, stdio: 'inherit' }).status ?? 1);

if (process.platform !== 'linux')
  giveUp('The day through the app needs the private desktop, which exists for Linux only.');
const { exe } = await setUp().catch((error) => giveUp(wordsOf(error)));
const missing = await ensureDesktopPackages();
if (missing.length > 0) giveUp(`This needs ${missing.join(', ')}. Next step: apt-get install them.`);

const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-day-engine-')); // 0700 by itself
const file = path.join(folder, 'day.json');
const env = { ...process.env, TOCSIN_DAY_FILE: file };
const engine = spawnSync(process.execPath, test, { cwd: repoRoot, encoding: 'utf8', env });
if (engine.status !== 0) giveUp(`The engine alone does not pass:\n${engine.stdout}`);
/** @typedef {ReturnType<typeof import('../test/day/table.mjs').dayTable>} Rows */
const alone =
  /** @type {{ rows: Rows, fresh: Rows, changed: Rows, verdicts: readonly (readonly string[])[] }} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
rmSync(folder, { recursive: true });

// Only now: these need the installed modules.
const { playDay } = await import('../test/day/app.mjs');
const { dayTable, otherFates, sideBySide } = await import('../test/day/table.mjs');
console.log(`a day of 24 hours in ${Math.round(1440 / speed)} min`);
const day = await playDay({ exe, switches: sandboxSwitches(exe).switches, speed, say: console.log });
const { items } = day;
const app = dayTable({ ...day, items: items.length, verdicts: items.map(({ steps }) => steps) });
console.log([' engine     app', ...sideBySide(alone.rows, app)].join('\n'));
console.log(['new bubbles:', ...sideBySide(alone.fresh, day.fresh)].join('\n'));
console.log(['changes in place:', ...sideBySide(alone.changed, day.changed)].join('\n'));
const others = otherFates(alone.verdicts, items);
console.log(`${others.length} items became something else:`);
for (const line of others.slice(0, MOST_LINES)) console.log(`  ${line}`);
for (const line of day.wrong) console.log(line);
if (day.toasts > MOST_TOASTS) console.log(`more than ${MOST_TOASTS} toasts`);
process.exit(day.wrong.length > 0 || day.toasts > MOST_TOASTS ? 1 : 0);
