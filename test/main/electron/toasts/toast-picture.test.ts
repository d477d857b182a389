import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ToastLook } from '../../../../src-main/core/ports';
import { createAskDisk, type AskDisk } from '../../../../src-main/electron/files/ask-disk';
import {
  createToastPictures,
  drawToastPicture,
  pictureAddress,
} from '../../../../src-main/electron/toasts/toast-picture';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeLog } from '../support/fakes';

const LOOKS: readonly (ToastLook | null)[] = [null, 'info', 'warning', 'major', 'critical', 'recovered'];

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'tocsin picture-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('each level has its own picture; what has no level, and info, the app’s', () => {
  const pictures = LOOKS.map((look) => drawToastPicture(look, 32).toString('base64'));
  expect(pictures[0]).toBe(pictures[1]);
  expect(new Set(pictures).size).toBe(LOOKS.length - 1);
});

test('written when it is first needed, for this user alone, and not drawn again', async () => {
  const drawn: number[] = [];
  const make = () =>
    createToastPictures({
      folder,
      version: '1.2.3',
      toPng: (pixels, size) => {
        drawn.push(pixels.length / size / size);
        return Buffer.from('png');
      },
      askDisk: createAskDisk(createFakeClock()),
      log: createFakeLog(),
    });
  const pathOf = make();
  const file = (await pathOf('major'))!;
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['png', 0o600]);
  expect(pathOf('major')).toBe(file); // at once
  expect(await make()('major')).toBe(file);
  expect(await make()(null)).not.toBe(file);
  expect(drawn).toEqual([4, 4]); // bytes a pixel, of two pictures
  expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['1.2.3-major.png', '1.2.3-plain.png']);
  expect(pictureAddress(file)).toMatch(/^file:\/\/\/.*tocsin%20picture-.*1\.2\.3-major\.png$/);
});

test('a folder that cannot be written: toasts come without a picture, and it is said once', async () => {
  writeFileSync(path.join(folder, 'pictures'), 'in the way');
  const log = createFakeLog();
  const askDisk = createAskDisk(createFakeClock());
  const pathOf = createToastPictures({ folder, version: '1', toPng: () => Buffer.of(), askDisk, log });
  const twice = await Promise.all([pathOf('major'), pathOf('major')]);
  expect([...twice, await pathOf('major')]).toEqual([undefined, undefined, undefined]);
  expect(pictureAddress(undefined)).toBeUndefined();
  expect(log.lines).toEqual([expect.stringMatching(/^no picture for toasts · Error: (EEXIST|ENOTDIR)/)]);
});

test('a disk that does not answer in time: without a picture, until it does', async () => {
  let answers = false;
  const askDisk: AskDisk = (act) => (answers ? act() : Promise.resolve(undefined));
  const log = createFakeLog();
  const pathOf = createToastPictures({ folder, version: '1', toPng: () => Buffer.of(), askDisk, log });
  expect([await pathOf('major'), readdirSync(folder)]).toEqual([undefined, []]);
  answers = true;
  expect(await pathOf('major')).toBe(path.join(folder, 'pictures', '1-major.png'));
  expect(log.lines).toEqual([]);
});
