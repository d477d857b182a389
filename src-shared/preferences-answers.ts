import type { PreferenceName } from './preferences';
import type { Refused } from './read-preferences';

/** `count` notifications of this account have this severity. */
export interface SeverityCount {
  readonly account: string;
  readonly severity: number;
  readonly count: number;
}

/** A change of several preferences at once; `names`: those that moved. */
export interface PreferencesAct {
  readonly act: string;
  readonly names: readonly PreferenceName[];
}
export type PreferencesImported =
  | { readonly state: 'cancelled' }
  /** Nothing was changed: it is no file of preferences. */
  | { readonly state: 'not-ours'; readonly file: string; readonly why: 'json' | 'shape' | 'too-large' }
  | {
      readonly state: 'taken';
      readonly file: string;
      /** Good in the file; `act.names` are those of them that were another value here. */
      readonly taken: readonly PreferenceName[];
      readonly refused: readonly Refused[];
      /** Good, but set by an administrator here. */
      readonly locked: readonly PreferenceName[];
      readonly act: PreferencesAct;
    };
