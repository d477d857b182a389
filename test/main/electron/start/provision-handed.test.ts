import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readProvisionFile } from '../../../../src-main/electron/start/provision-file';
import { readStartOptions, startOf } from '../../../../src-main/electron/start/start-options';
import { wordsOf } from '../../../../src-shared/messages/language';

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
  { what: 'longer: it is read by the running one', text: 'ł'.repeat(4097), handed: false },
])('$what: handed over $handed', ({ text, handed }) => {
  const start = startOf(readStartOptions(['--provision=/f.json'], '/'), text);
  expect(start).toEqual({ kind: 'provision', file: '/f.json', ...(handed && { text }) });
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
