import * as v from 'valibot';
import { Account } from '../../../src-shared/account';
import type { AccountsFile } from '../../core/ports';
import type { StoreFile } from './store-file';

/** `accounts.json`: one that cannot be understood costs only itself, and stays in a copy. */
export function createAccountsFile(file: StoreFile): AccountsFile {
  return {
    read() {
      const { accounts = [] } = file.read();
      if (!Array.isArray(accounts)) {
        file.keepCopy('`accounts` is no list');
        return [];
      }
      const read = accounts.map((one: unknown) => v.safeParse(Account, one));
      const bad = read.flatMap((one, at) =>
        one.success ? [] : [`account ${at + 1}: ${v.getDotPath(one.issues[0]) ?? 'form'}`],
      );
      if (bad.length > 0) file.keepCopy(`not understood: ${bad.join('; ')}`);
      return read.flatMap((one) => (one.success ? [one.output] : []));
    },
    write: (accounts) => file.write({ accounts }),
    damaged: file.kept,
  };
}
