import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { writeBehind } from '../../../../src-main/electron/files/write-behind';
import { settle } from '../../../support/fake-clock';
import { storeFolder } from '../support/store-folder';

const files = storeFolder();

test('in electron-store’s form, for this user only, in the place of the one before', async () => {
  const file = files.at('bubbles.json');
  const write = writeBehind(file);
  write({ service: 'bus :1.5', ids: { a: 7 } });
  expect(readdirSync(files.folder())).toEqual([]); // nobody waited
  const text = '{\n\t"service": "bus :1.5",\n\t"ids": {\n\t\t"a": 7\n\t}\n}';
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe(text));
  expect([files.mode('bubbles.json'), readdirSync(files.folder())]).toEqual(['600', ['bubbles.json']]);
  expect(files.open('bubbles').read()).toEqual({ service: 'bus :1.5', ids: { a: 7 } });
  write({});
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe('{}'));
});

test('somebody’s link to a file elsewhere stays a link', async () => {
  writeFileSync(files.at('elsewhere'), '{}');
  symlinkSync(files.at('elsewhere'), files.at('bubbles.json'));
  writeBehind(files.at('bubbles.json'))({ a: 1 });
  await vi.waitFor(() => expect(readFileSync(files.at('elsewhere'), 'utf8')).toBe('{\n\t"a": 1\n}'));
});

test('a disk that does not answer: one write under way; then the latest, also after one that failed', async () => {
  const writes: { readonly text: string; readonly end: () => void; readonly fail: () => void }[] = [];
  const write = writeBehind(
    '/f',
    (_, text) =>
      new Promise((end, reject) => void writes.push({ text, end, fail: () => reject(new Error('ENOSPC')) })),
  );
  const texts = (): string[] => writes.map(({ text }) => text);
  write({ n: 1 });
  write({ n: 2 });
  write({ n: 3 });
  await settle();
  expect(texts()).toEqual(['{\n\t"n": 1\n}']);
  writes[0]!.fail();
  await settle();
  expect(texts().slice(1)).toEqual(['{\n\t"n": 3\n}']);
  writes[1]!.end();
  await settle();
  write({ n: 4 });
  expect(texts().slice(2)).toEqual(['{\n\t"n": 4\n}']);
});
