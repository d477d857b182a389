import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { readProvisionFile } from '../../../../src-main/electron/start/provision-file';
import { fetchOffered, offer } from '../../../../src-main/electron/start/hand-over';
import { Start } from '../../../../src-main/electron/start/single-instance';
import { isLong, readStartOptions, startOf } from '../../../../src-main/electron/start/start-options';
import { wordsOf } from '../../../support/words';

const { messages } = wordsOf('en');
const TEXT = '{"preferences":{"pollSeconds":60}}';

function written(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-provision-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'given.json');
  writeFileSync(file, text);
  return file;
}

test('a second start hands over what it read: the file may be deleted at once', () => {
  const file = written(TEXT);
  const read = readProvisionFile(file, messages);
  if (!read.ok) throw new Error(read.lines.join());
  const start = startOf(readStartOptions([`--provision=${file}`], '/'), read.text);
  rmSync(file);
  if (start.kind !== 'provision') throw new Error(start.kind);
  expect(readProvisionFile(start.file, messages, start.text)).toMatchObject({
    ok: true,
    provision: { preferences: { pollSeconds: 60 } },
  });
});

test.for([
  { what: 'as long as can be carried', text: 'ł'.repeat(4096), handed: true },
  { what: 'longer: it is fetched by the running one', text: 'ł'.repeat(4097), handed: false },
])('$what: handed over $handed', ({ text, handed }) => {
  const start = startOf(readStartOptions(['--provision=/f.json'], '/'), text);
  expect(start).toEqual({ kind: 'provision', file: '/f.json', ...(handed && { text }) });
});

test.for([
  { what: 'a device that never ends', file: () => '/dev/zero', code: 'EFBIG' },
  { what: 'a file of 5 MB', file: () => written(' '.repeat(5_000_000)), code: 'EFBIG' },
  { what: 'a folder', file: () => tmpdir(), code: 'EISDIR' },
  { what: 'none', file: () => path.join(tmpdir(), 'no', 'such'), code: 'ENOENT' },
])('$what is refused in a line: $code', ({ file, code }) => {
  const read = readProvisionFile(file(), messages);
  expect(read).toEqual({ ok: false, lines: [expect.stringContaining(`cannot read the provision file`)] });
  expect(read).toMatchObject({ lines: [expect.stringMatching(new RegExp(`: ${code}$`))] });
});

test('a long file comes whole, one that ends within a letter not less', () => {
  const name = 'ł'.repeat(900_000);
  const read = readProvisionFile(written(JSON.stringify({ preferences: {}, [name]: 1 })), messages);
  expect(read).toMatchObject({ ok: false, lines: [expect.stringContaining(name), expect.any(String)] });
});

test('a byte order mark, as Notepad writes it, is no mistake', () => {
  expect(readProvisionFile(written(`\uFEFF${TEXT}`), messages)).toMatchObject({ ok: true });
});

test.for<{ what: string; text: string; says: RegExp }>([
  { what: 'no JSON', text: 'pollSeconds=60', says: /is not JSON. Nothing was changed/ },
  { what: 'a list', text: '[]', says: /file: expected/ },
  {
    what: 'of a newer version',
    text: '{"preferences":{"hologram":true}}',
    says: /preferences.hologram: unknown name/,
  },
  {
    what: 'a wrong kind',
    text: '{"accounts":[{"kind":"mail","name":"x","baseUrl":"https://a","token":"CANARY"}]}',
    says: /accounts.0.kind: expected/,
  },
])('$what: one sentence by its place, and none of its values', ({ text, says }) => {
  const read = readProvisionFile(written(text), messages);
  if (read.ok) throw new Error('taken');
  expect(read.lines.join('\n')).toMatch(says);
  expect(read.lines.join('\n')).not.toContain('CANARY');
});

test('a long one is fetched whole, once, and the file may be deleted at once', async () => {
  const text = `{"preferences":{"pollSeconds":60},"note":"${'łó'.repeat(200_000)}"}`;
  const offered = offer(text);
  const start = startOf(readStartOptions(['--provision=/gone.json'], '/'), text, offered.at);
  expect([isLong(text), start]).toEqual([true, { kind: 'provision', file: '/gone.json', at: offered.at }]);
  expect(v.parse(Start, start)).toEqual(start);
  expect((statSync(path.dirname(offered.at.path)).mode & 0o777).toString(8)).toBe('700');
  expect(await fetchOffered(offered.at)).toBe(text);
  expect(await offered.taken).toBe(true);
  expect(existsSync(path.dirname(offered.at.path))).toBe(false);
  expect(await fetchOffered(offered.at)).toBeUndefined();
});

test('one of over 8 MiB is no provision file: it is left, whoever offers it', async () => {
  const offered = offer('x'.repeat(8 * 1024 * 1024 + 1), 50);
  expect(await fetchOffered(offered.at)).toBeUndefined();
  offered.close();
});

test('who does not know the nonce gets nothing; who does still gets it', async () => {
  const offered = offer('secret');
  expect(await fetchOffered({ ...offered.at, nonce: '0'.repeat(32) })).toBeUndefined();
  expect(await fetchOffered(offered.at)).toBe('secret');
});

test.for([
  { what: 'nobody comes', ends: () => undefined },
  { what: 'this start is the first', ends: (offered: ReturnType<typeof offer>) => offered.close() },
])('$what: nothing is left behind', async ({ ends }) => {
  const offered = offer('secret', 50);
  ends(offered);
  expect(await offered.taken).toBe(false);
  expect(existsSync(path.dirname(offered.at.path))).toBe(false);
});
