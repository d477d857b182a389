import { createAccountsFile } from './accounts-file';
import { createPauseFile } from './pause-file';
import { createPreferencesFile } from './preferences-file';
import { openStoreFile, type StoreFileDeps } from './store-file';
import { createTenantHistoryFile } from './tenant-history-file';

/** The small files of plain data in the profile, as the core uses them. */
export function openDataFiles(files: StoreFileDeps) {
  return {
    accountsFile: createAccountsFile(openStoreFile('accounts', files)),
    preferencesFile: createPreferencesFile(openStoreFile('preferences', files), files.log),
    pauseFile: createPauseFile(openStoreFile('pause', files)),
    tenantHistoryFile: createTenantHistoryFile(openStoreFile('tenant-history', files)),
  };
}
