import * as v from 'valibot';
import { HistoryEntry } from '../../../src-shared/tenant-view';
import type { TenantHistoryFile } from '../../core/ports';
import type { StoreFile } from './store-file';

/** `tenant-history.json`: an entry that cannot be understood costs only itself, and stays in a copy. */
export function createTenantHistoryFile(file: StoreFile): TenantHistoryFile {
  return {
    read() {
      const { changes = [] } = file.read();
      const given: readonly unknown[] = Array.isArray(changes) ? changes : [];
      const read = given.map((one) => v.safeParse(HistoryEntry, one));
      const bad = read.filter(({ success }) => !success).length;
      if (bad > 0 || !Array.isArray(changes)) file.keepCopy(`${bad} changes were not understood`);
      return read.flatMap((one) => (one.success ? [one.output] : []));
    },
    write: (changes) => file.write({ changes }),
  };
}
