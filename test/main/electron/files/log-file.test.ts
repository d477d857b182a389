import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogFile, linesTo } from '../../../../src-main/electron/files/log-file';
import { createFakeClock } from '../../../support/fake-clock';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'tocsin-log-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function setUp(folder = path.join(parent, 'logs'), append = appendFile) {
  const clock = createFakeClock();
  const said: string[] = [];
  const log = createLogFile({
    folder,
    clock,
    redact: (text) => text.replaceAll('CANARY', '***'),
    verbose: (line) => said.push(line),
    append,
  });
  const text = (name = 'tocsin.log'): string => readFileSync(path.join(folder, name), 'utf8');
  return { log, clock, said, text, folder };
}

test('one line an event, written a little later, for this user only', async () => {
  const { log, clock, text, folder } = setUp();
  log.event('polled', '3 new');
  log.event('ended');
  expect(readdirSync(parent)).toEqual([]);
  await clock.pass(250);
  const both = '2026-11-22T10:00:00.000Z polled · 3 new\n2026-11-22T10:00:00.000Z ended\n';
  await vi.waitFor(() => expect(text()).toBe(both));
  const mode = (file: string): string => (statSync(file).mode & 0o777).toString(8);
  expect([mode(log.file), mode(folder), clock.timers()]).toEqual(['600', '700', 0]);
});

test('aloud at once, with the time of day', () => {
  const { log, said } = setUp();
  log.event('polled', '3 new');
  expect(said).toEqual([expect.stringMatching(/^\[\d\d:\d\d:00\] polled · 3 new$/)]);
});

test('no secret, no forged line, no escape sequence', () => {
  const { log, text, said } = setUp();
  log.event('failed', 'token CANARY\n2026 forged\u2028line\u001b[31m');
  log.flush();
  expect(text()).toBe('2026-11-22T10:00:00.000Z failed · token *** ↵ 2026 forged ↵ line[31m\n');
  expect(said.join()).not.toContain('CANARY');
});

test('a bug is written at once, with its stack on one line', () => {
  const { log, text } = setUp();
  log.bug(new TypeError('CANARY is not a function'));
  log.bug('thrown text');
  const [first, second, end] = text().split('\n');
  expect(first).toMatch(/ bug · TypeError: \*\*\* is not a function ↵ at /);
  expect([second, end]).toEqual(['2026-11-22T10:00:00.000Z bug · thrown text', '']);
});

test('after a megabyte it starts anew and keeps the one before', () => {
  const { log, text, folder } = setUp();
  log.event('first');
  log.flush();
  writeFileSync(log.file, 'x'.repeat(1024 * 1024 + 1));
  const again = setUp(folder);
  again.log.event('next');
  again.log.flush();
  expect(readdirSync(folder)).toEqual(['tocsin.1.log', 'tocsin.log']);
  expect([text().includes('next'), text('tocsin.1.log').length]).toEqual([true, 1024 * 1024 + 1]);
});

test('the same where nobody waits for it', async () => {
  const { log, text, folder } = setUp();
  log.event('first');
  await log.written();
  writeFileSync(log.file, 'x'.repeat(1024 * 1024 + 1));
  const again = setUp(folder);
  again.log.event('next');
  await again.log.written();
  expect(readdirSync(folder)).toEqual(['tocsin.1.log', 'tocsin.log']);
  expect([text(), text('tocsin.1.log').length]).toEqual(['2026-11-22T10:00:00.000Z next\n', 1024 * 1024 + 1]);
});

/** A disk whose writes end when the test says so. */
function hanging(folder?: string) {
  const writes: { readonly text: string; readonly end: () => void }[] = [];
  const append = (_: unknown, text: unknown) =>
    new Promise<void>((end) => void writes.push({ text: String(text), end }));
  return { ...setUp(folder, append as typeof appendFile), writes };
}
const LINE = '2026-11-22T10:00:00.000Z ';

test('a disk that does not answer: one write under way, in order, nothing waits for it', async () => {
  const { log, clock, writes, folder } = hanging();
  log.event('one');
  let isWritten = false;
  void log.written().then(() => (isWritten = true));
  await vi.waitFor(() => expect(writes).toHaveLength(1));
  log.event('two');
  log.bug('three');
  log.flush();
  await clock.pass(60_000);
  expect([writes.length, readdirSync(folder), isWritten, clock.timers()]).toEqual([1, [], false, 0]);
  log.event('four');
  writes[0]!.end();
  await vi.waitFor(() => expect(writes).toHaveLength(2));
  expect(isWritten).toBe(false);
  writes[1]!.end();
  await vi.waitFor(() => expect(isWritten).toBe(true));
  expect(writes.map(({ text }) => text)).toEqual([
    `${LINE}one\n`,
    `${LINE}two\n${LINE}bug · three\n2026-11-22T10:01:00.000Z four\n`,
  ]);
});

test('what waits for it is a megabyte, of the newest lines, and says how many it is without', async () => {
  const { log, writes } = hanging();
  log.event('one');
  void log.written();
  await vi.waitFor(() => expect(writes).toHaveLength(1));
  const tail = 'é'.repeat(50_000); // 100 kB
  for (let n = 1; n <= 15; n += 1) log.event(`n${n}`, tail);
  writes[0]!.end();
  await vi.waitFor(() => expect(writes).toHaveLength(2));
  const [said, ...lines] = writes[1]!.text.trimEnd().split('\n');
  expect(said).toBe(`${LINE}log · 5 older lines are missing: the disk did not keep up`);
  expect(lines).toEqual(Array.from({ length: 10 }, (_, index) => `${LINE}n${index + 6} · ${tail}`));
});

test('a write that fails costs its lines alone', async () => {
  let fails = true;
  const { log, text } = setUp(undefined, ((...given) =>
    fails ? Promise.reject(new Error('ENOSPC')) : appendFile(...given)) as typeof appendFile);
  log.event('one');
  await log.written();
  fails = false;
  log.event('two');
  await log.written();
  expect(text()).toBe(`${LINE}two\n`);
});

test('a folder that cannot be is no reason to fall', () => {
  writeFileSync(path.join(parent, 'logs'), 'a file');
  const { log, said } = setUp();
  log.event('polled');
  log.flush();
  expect(said).toHaveLength(1);
});

test('aloud until whoever reads it is gone: a line that says so would be the next to fail', () => {
  const lines: unknown[] = [];
  const stream = Object.assign(new EventEmitter(), { write: (line: string) => lines.push(line) > 0 });
  const say = linesTo(stream as unknown as NodeJS.WritableStream);
  say('one');
  stream.emit('error', new Error('EPIPE'));
  say('two');
  expect(lines).toEqual(['one\n']);
});
