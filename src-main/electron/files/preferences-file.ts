import { readPreferences } from '../../../src-shared/read-preferences';
import type { Log, PreferencesFile } from '../../core/ports';
import type { StoreFile } from './store-file';

/** `preferences.json`, edited by hand as a person likes: a field that is wrong costs only itself. */
export function createPreferencesFile(file: StoreFile, log: Log): PreferencesFile {
  return {
    read() {
      const { preferences, refused } = readPreferences(file.read());
      // An unknown name is most likely that of a newer version: no fault of anybody's.
      const bad = refused.filter(({ why }) => why === 'value').map(({ field }) => field);
      if (bad.length > 0) log.event('file', `preferences.json: the default is used for ${bad.join(', ')}`);
      return preferences;
    },
    write: (preferences) => file.write(preferences),
  };
}
