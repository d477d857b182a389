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
/** Names and silences of a file whose account is not here. */
export interface LeftBehind {
  /** What it was called there, and its address; `null`: the file does not say. */
  readonly name: string | null;
  readonly baseUrl: string | null;
  /** `none`: no account here is that inbox. `several`: more than one may be. */
  readonly why: 'none' | 'several';
  readonly names: number;
  readonly silences: number;
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
      readonly left: readonly LeftBehind[];
      readonly act: PreferencesAct;
    };
