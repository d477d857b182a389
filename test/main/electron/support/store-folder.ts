import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openStoreFile, type StoreFile } from '../../../../src-main/electron/files/store-file';
import { createFakeLog } from './fakes';
import { openJsonFile } from './json-file';

export const NOW = Date.UTC(2026, 10, 22, 10);
/** What a damaged `accounts` is called from then on. */
export const CORRUPT = 'accounts.json.corrupt-2026-11-22T10-00-00.000Z';

/** A folder of its own for each test of the file that calls it, gone afterwards. */
export function storeFolder() {
  let folder = '';
  const log = createFakeLog();
  const at = (name: string): string => path.join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tocsin-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  return {
    log,
    at,
    folder: (): string => folder,
    mode: (name: string): string => (statSync(at(name)).mode & 0o777).toString(8),
    open(name = 'accounts'): StoreFile {
      log.lines.length = 0;
      return openStoreFile(name, { open: openJsonFile, folder, clock: { now: () => NOW }, log });
    },
  };
}
