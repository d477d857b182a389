import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';

import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-shared/app-error';
import { openJsonFile } from '../support/json-file';
import { openStoreFile, storeOpener, type Opener } from '../../../../src-main/electron/files/store-file';

import { CORRUPT, NOW, storeFolder } from '../support/store-folder';

const { at, folder, log, mode, open } = storeFolder();

describe('a file', () => {
  test('that is not there is empty, and quiet', () => {
    expect(open().read()).toEqual({});
    expect([readdirSync(folder()), log.lines]).toEqual([[], []]);
  });

  test('is written for this user only', () => {
    open().write({ a: 1 });
    expect([mode('accounts.json'), open().read()]).toEqual(['600', { a: 1 }]);
  });

  test('that an editor made readable for all is closed again', () => {
    writeFileSync(at('accounts.json'), '{}');
    chmodSync(at('accounts.json'), 0o644);
    open();
    expect(mode('accounts.json')).toBe('600');
  });

  test.for(['{ "accounts": [', '', '[]', '"text"', 'null', '{"a":1}}', '\0\0\0'])(
    'that holds %j is moved aside and told',
    (text) => {
      writeFileSync(at('accounts.json'), text);
      const file = open();
      expect(file.read()).toEqual({});
      expect(readFileSync(at(CORRUPT), 'utf8')).toBe(text);
      expect(log.lines[0]).toContain(`moved to ${at(CORRUPT)}`);
      file.write({ a: 1 });
      expect(open().read()).toEqual({ a: 1 });
    },
  );

  test('with a byte order mark, as an editor left it, is read as it stands', () => {
    writeFileSync(at('accounts.json'), '\uFEFF{"a":1}');
    const file = open();
    expect([file.read(), file.kept(), log.lines]).toEqual([{ a: 1 }, undefined, []]);
    expect([readdirSync(folder()), mode('accounts.json')]).toEqual([['accounts.json'], '600']);
  });

  test('says where it is kept, if anything of it was lost', () => {
    expect(open().kept()).toBeUndefined();
    writeFileSync(at('accounts.json'), '{');
    expect(open().kept()).toBe(at(CORRUPT));
    rmSync(at(CORRUPT));
    mkdirSync(at('accounts.json'));
    expect(open().kept()).toBe(at('accounts.json'));
  });

  test('that cannot be opened at all: empty, told, and writing fails with words', () => {
    mkdirSync(at('accounts.json'));
    const file = open();
    expect(file.read()).toEqual({});
    expect(log.lines[0]).toContain('cannot be used');
    expect(() => file.write({})).toThrow(AppError);
  });

  test('that breaks while we run', () => {
    const file = open();
    file.write({ a: 1 });
    writeFileSync(at('accounts.json'), '{');
    expect(file.read()).toEqual({});
    expect(log.lines.join()).toContain('cannot be read');
  });

  test('is replaced as a whole: whoever reads meanwhile sees the old one, and nothing is left behind', () => {
    const file = open();
    file.write({ a: 1 });
    const reader = openSync(at('accounts.json'), 'r');
    file.write({ b: 2 });
    expect(readFileSync(reader, 'utf8')).toBe('{\n  "a": 1\n}\n');
    closeSync(reader);
    expect([file.read(), readdirSync(folder())]).toEqual([{ b: 2 }, ['accounts.json']]);
  });

  test('that cannot be replaced stays as it was, and nothing is left behind', () => {
    const file = open();
    file.write({ a: 1 });
    rmSync(at('accounts.json'));
    mkdirSync(at('accounts.json'));
    expect(() => file.write({ b: 2 })).toThrow(AppError);
    expect(readdirSync(folder())).toEqual(['accounts.json']);
  });

  test('that is a link stays one', () => {
    writeFileSync(at('elsewhere.json'), '{}');
    symlinkSync(at('elsewhere.json'), at('accounts.json'));
    open().write({ a: 1 });
    expect(lstatSync(at('accounts.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(at('elsewhere.json'), 'utf8'))).toEqual({ a: 1 });
  });

  test('on a disk that refuses', () => {
    const file = open();
    rmSync(folder(), { recursive: true });
    expect(() => file.write({})).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: 'storage' }) as unknown }) as Error,
    );
  });
});

describe('a file whose keeper is still on its way', () => {
  const later = () => {
    writeFileSync(at('accounts.json'), '{"a":1}');
    log.lines.length = 0;
    let resolve = (_opener: Opener): void => undefined;
    let reject = (_error: Error): void => undefined;
    const promise = new Promise<Opener>((yes, no) => ((resolve = yes), (reject = no)));
    const opener = { promise, resolve, reject };
    const file = openStoreFile('accounts', {
      open: promise,
      folder: folder(),
      clock: { now: () => NOW },
      log,
    });
    return { file, opener };
  };
  const onDisk = (): unknown => JSON.parse(readFileSync(at('accounts.json'), 'utf8'));

  test('is read as it is', () => {
    expect(later().file.read()).toEqual({ a: 1 });
  });

  test('what is written meanwhile is there at once, and on the disk when he has come', async () => {
    const { file, opener } = later();
    file.write({ a: 2 });
    expect([file.read(), onDisk()]).toEqual([{ a: 2 }, { a: 1 }]);
    opener.resolve(openJsonFile);
    await opener.promise;
    expect([file.read(), onDisk()]).toEqual([{ a: 2 }, { a: 2 }]);
    file.write({ a: 3 });
    expect(onDisk()).toEqual({ a: 3 });
  });

  test('nothing written: nothing is touched', async () => {
    const { opener } = later();
    writeFileSync(at('accounts.json'), '{"by hand":true}');
    opener.resolve(openJsonFile);
    await opener.promise;
    expect(onDisk()).toEqual({ 'by hand': true });
  });

  test('who never comes: what is there can be read, and writing fails with words', async () => {
    const { file, opener } = later();
    opener.reject(new Error('no such module'));
    await expect(opener.promise).rejects.toThrow();
    await Promise.resolve();
    expect(file.read()).toEqual({ a: 1 });
    expect(() => file.write({ a: 2 })).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: 'storage' }) as unknown }) as Error,
    );
    expect(log.lines.join()).toContain('no such module');
  });
});

test('the channel that electron-store opens to pages is shut', () => {
  const shut: unknown[] = [];
  class FakeStore {
    store = {};
    constructor(readonly options: { readonly name: string }) {}
  }
  const opened = storeOpener(FakeStore, { removeAllListeners: (name?: string) => shut.push(name) as never });
  const options = { name: 'x', cwd: folder(), configFileMode: 0o600, clearInvalidConfig: false };
  expect((opened(options) as FakeStore).options).toEqual(options);
  expect(shut).toEqual(['electron-store-get-data']);
});
