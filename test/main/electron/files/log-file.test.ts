import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogFile, linesTo } from '../../../../src-main/electron/files/log-file';
import { createFakeClock } from '../../../support/fake-clock';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'tocsin-log-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function setUp(folder = path.join(parent, 'logs')) {
  const clock = createFakeClock();
  const said: string[] = [];
  const log = createLogFile({
    folder,
    clock,
    redact: (text) => text.replaceAll('CANARY', '***'),
    verbose: (line) => said.push(line),
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
  expect(text()).toBe('2026-11-22T10:00:00.000Z polled · 3 new\n2026-11-22T10:00:00.000Z ended\n');
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
