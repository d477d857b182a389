import { closeSync, existsSync, openSync } from 'node:fs';
import { drop, flushFolder } from './corrupt-files';

// What is known of a damaged history before it is made anew, as empty files beside it: they need no space on a full disk, and
// whoever opens it next, after a crash or a failure, comes to the same decision.

/** It is to be made anew, also where the next opening would not meet the damage. */
const DAMAGED = '.damaged';
/** Its log has lost what was committed; opening it cuts the log, so that this is not to be seen a second time. */
const LOG_CUT = '.log-cut';

export const isDamaged = (file: string): boolean => existsSync(file + DAMAGED);
export const isLogCut = (file: string): boolean => existsSync(file + LOG_CUT);
export const noteDamage = (file: string): void => put(file + DAMAGED);
export const noteLogCut = (file: string): void => put(file + LOG_CUT);
export const forgetDamage = (file: string): void => drop(file + DAMAGED);
export const forgetLogCut = (file: string): void => drop(file + LOG_CUT);

function put(note: string): void {
  if (existsSync(note)) return;
  try {
    closeSync(openSync(note, 'w', 0o600));
    flushFolder(note);
  } catch {
    // Where not even that can be written, the damage is where it was, and is met again.
  }
}
