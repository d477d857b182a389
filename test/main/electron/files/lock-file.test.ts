import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { lockFilePath, readLockFile, writers } from '../../../../src-main/electron/files/lock-file';
import { createFakeLog } from '../support/fakes';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-locks-'));
  chmodSync(folder, 0o755);
  file = path.join(folder, 'preferences.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The administrator of these tests is whoever runs them. */
const ADMINISTRATOR = process.getuid?.();
if (ADMINISTRATOR === undefined) console.warn('skipped: this system knows no owners and modes of files');

function read(text?: string, owner = ADMINISTRATOR) {
  if (text !== undefined) writeFileSync(file, text, { mode: 0o644 });
  const log = createFakeLog();
  return { ...readLockFile({ file, owner, log }), lines: log.lines };
}

test.for([
  { platform: 'linux', at: '/etc/tocsin/preferences.json' },
  { platform: 'darwin', at: '/Library/Application Support/Tocsin/preferences.json' },
  { platform: 'win32', at: 'D:\\Data\\Tocsin\\preferences.json' },
] as const)('its place on $platform', ({ platform, at }) => {
  expect(lockFilePath(platform, { ProgramData: 'D:\\Data' })).toBe(at);
});

test('without one nothing is locked, and nothing is said', () => {
  const none = { file, names: [], refused: [], problem: null };
  expect(read()).toEqual({ locks: none, values: {}, lines: [] });
});

test.for([
  { what: 'by itself', text: '{"pollSeconds": 60, "toasts": {"8": "quiet"}}' },
  { what: 'as in an export', text: '{"preferences": {"pollSeconds": 60, "toasts": {"8": "quiet"}}}' },
  { what: 'with a mark at its head', text: '\uFEFF{"pollSeconds": 60, "toasts": {"8": "quiet"}}' },
])('what it names is set, the rest of it as by default ($what)', ({ text }) => {
  const { locks, values, lines } = read(text);
  expect(locks).toEqual({ file, names: ['pollSeconds', 'toasts'], refused: [], problem: null });
  expect(values).toEqual({ pollSeconds: 60, toasts: { ...defaultPreferences.toasts, '8': 'quiet' } });
  expect(lines).toEqual([`locked · ${file}: pollSeconds, toasts`]);
});

test('a bad field costs itself, and is told', () => {
  const { locks, values, lines } = read('{"pollSeconds": 5, "theme": "dark", "colour": "red"}');
  expect(values).toEqual({ theme: 'dark' });
  expect(locks.names).toEqual(['theme']);
  expect(locks.refused).toEqual([
    { field: 'pollSeconds', why: 'value' },
    { field: 'colour', why: 'unknown' },
  ]);
  expect(lines).toContain(`file · ${file}: left aside: pollSeconds, colour`);
});

test.for([
  { problem: 'not-json', text: '{"pollSeconds": 60' },
  { problem: 'not-json', text: '[60]' },
  { problem: 'not-json', text: '' },
  { problem: 'too-large', text: `{"theme": "dark"}${' '.repeat(300_000)}` },
])('a file that is $problem is left aside as a whole', ({ problem, text }) => {
  const { locks, values, lines } = read(text);
  expect([locks.problem, locks.names, values]).toEqual([problem, [], {}]);
  expect(lines).toHaveLength(1);
});

test('a folder in its place cannot be read', () => {
  mkdirSync(file);
  expect(read().locks.problem).toBe('unreadable');
});

describe.runIf(ADMINISTRATOR !== undefined)('only what ordinary users cannot write is trusted', () => {
  const GOOD = '{"pollSeconds": 60}';

  test.for([0o664, 0o646, 0o666])('not a file with mode %o', (mode) => {
    writeFileSync(file, GOOD);
    chmodSync(file, mode);
    const { locks, values, lines } = read();
    expect([locks.problem, locks.names, values]).toEqual(['unsafe', [], {}]);
    expect(lines[0]).toContain(`its mode is ${mode.toString(8)}`);
  });

  test.for([0o775, 0o777])('not one in a folder with mode %o', (mode) => {
    chmodSync(folder, mode);
    expect(read(GOOD).locks.problem).toBe('unsafe');
  });

  test('not that of another user', () => {
    const { locks, lines } = read(GOOD, ADMINISTRATOR! + 1);
    expect(locks.problem).toBe('unsafe');
    expect(lines[0]).toContain(`its owner is user ${ADMINISTRATOR!}`);
  });

  test('a link is followed, and its end is what is looked at', () => {
    const end = path.join(folder, 'end.json');
    writeFileSync(end, GOOD);
    chmodSync(end, 0o666);
    symlinkSync(end, file);
    expect(read().locks.problem).toBe('unsafe');
    chmodSync(end, 0o644);
    expect(read().locks.names).toEqual(['pollSeconds']);
  });

  test('where owners cannot be asked, it is taken', () => {
    writeFileSync(file, GOOD);
    chmodSync(file, 0o666);
    const log = createFakeLog();
    expect(readLockFile({ file, owner: undefined, log }).locks.names).toEqual(['pollSeconds']);
  });
});

test.for([
  { uid: 0, mode: 0o100644, ok: true },
  { uid: 0, mode: 0o100600, ok: true },
  { uid: 0, mode: 0o100620, ok: false },
  { uid: 0, mode: 0o100602, ok: false },
  { uid: 1000, mode: 0o100644, ok: false },
])('of root: user $uid, mode $mode is trusted: $ok', ({ uid, mode, ok }) => {
  expect(writers({ uid, mode }, 0) === undefined).toBe(ok);
});
