import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Dialog } from 'electron';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordsOf } from '../../../support/words';
import { createFileChooser } from '../../../../src-main/electron/desktop/file-chooser';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-chooser-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A desktop whose person chooses this file; `undefined`: closes the dialog. */
function chooser(chosen: string | undefined, window?: object) {
  const shown: {
    readonly parent: unknown;
    readonly options: { readonly title?: string; readonly defaultPath?: string };
  }[] = [];
  const show =
    (answer: object) =>
    (...given: readonly object[]) => {
      shown.push({ parent: given.length > 1 ? given[0] : undefined, options: given.at(-1)! });
      return Promise.resolve(answer);
    };
  const canceled = chosen === undefined;
  const dialog = {
    showSaveDialog: show({ canceled, filePath: chosen ?? '' }),
    showOpenDialog: show({ canceled, filePaths: canceled ? [] : [chosen] }),
  } as unknown as Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  const made = createFileChooser({
    dialog,
    window: () => window as never,
    folder: () => folder,
    messages: () => wordsOf('en').messages,
  });
  return { ...made, shown };
}

test('what is saved is for this user only, and named without its folder', async () => {
  const file = path.join(folder, 'mine.json');
  const { save, shown } = chooser(file, { id: 7 });
  expect(await save('suggested.json', '{}')).toBe('mine.json');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['{}', 0o600]);
  expect(shown).toMatchObject([
    {
      parent: { id: 7 },
      options: { title: 'Export preferences', defaultPath: path.join(folder, 'suggested.json') },
    },
  ]);
});

test('a closed dialog is no choice, and nothing is written', async () => {
  const { save, open } = chooser(undefined);
  expect([await save('suggested.json', '{}'), await open(10)]).toEqual([undefined, undefined]);
  expect(existsSync(path.join(folder, 'suggested.json'))).toBe(false);
});

test.for([
  { bytes: 10, text: 'x'.repeat(10) },
  { bytes: 11, text: undefined },
])('of at most 10 bytes, one of $bytes', async ({ bytes, text }) => {
  const file = path.join(folder, 'given.json');
  writeFileSync(file, 'x'.repeat(bytes));
  const { open, shown } = chooser(file);
  expect(await open(10)).toEqual({ name: 'given.json', text });
  expect(shown[0]?.parent).toBeUndefined();
});

test('a disk that refuses is a failure with its cause', async () => {
  const nowhere = path.join(folder, 'no', 'such', 'folder.json');
  const failure = (detail: RegExp) =>
    expect.objectContaining({
      failure: { kind: 'file', detail: expect.stringMatching(detail) as unknown },
    }) as Error;
  await expect(chooser(nowhere).save('x', '{}')).rejects.toThrow(failure(/ENOENT/));
  await expect(chooser(nowhere).open(10)).rejects.toThrow(failure(/ENOENT/));
  await expect(chooser(folder).open(1e9)).rejects.toThrow(failure(/EISDIR/));
});
