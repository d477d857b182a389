import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { fail } from '../../../src-shared/app-error';
import { openFile } from './connection';
import { drop, flushFolder, forgetOldest, setAside } from './corrupt-files';
import { forgetDamage, forgetLogCut, isLogCut, noteDamage, noteLogCut } from './damage-notes';
import { salvage } from './salvage';
import { hasLostCommits } from './wal-check';

// A damaged history is made anew beside itself, and leaves its place only when its successor is whole: whatever fails in between,
// and wherever the process ends, one of the two is there, and the next opening goes on.
//
//   FILE, FILE.damaged      found damaged: it is to be made anew
//   FILE, FILE.half-made    the process ended while it was: begun again
//   FILE, FILE.made         what is made is whole, with all that FILE had: FILE is set aside
//   FILE.made               set aside: it takes the place
//   FILE                    the new one; that it was made anew stands in it until it was told

const HALF = '.half-made';
const MADE = '.made';

/** An end of the process broke off the making. */
export const isHalfMade = (file: string): boolean => existsSync(file + HALF);

/** Makes a history anew of what can be read of the damaged one. Nothing may have it open. @param now wall ms */
export function makeAnew(file: string, now: number): void {
  noteDamage(file);
  // The log of one that was in use may be what is damaged, and opening the file cuts it.
  if (hasLostCommits(file)) noteLogCut(file);
  make(file);
  putInPlace(file, now);
}

/** What an end of the process left to be done. */
export function finish(file: string, now: number): void {
  if (statSync(file + MADE, { throwIfNoEntry: false })?.isFile()) putInPlace(file, now);
  if (existsSync(file)) return;
  // Somebody deleted it: then there is nothing to be made anew.
  forgetDamage(file);
  drop(file + HALF);
}

function make(file: string): void {
  const half = file + HALF;
  drop(half);
  try {
    const { database } = openFile(half);
    try {
      salvage(file, database, isLogCut(file));
      // All of the log goes into the file: it alone is renamed.
      const { busy } = database.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')!;
      if (busy !== 0) throw fail('storage', { detail: 'the new history is in use' });
    } finally {
      database.close();
    }
  } catch (error) {
    drop(half); // a full disk needs its room
    throw error;
  }
  for (const end of ['-wal', '-shm']) rmSync(half + end, { force: true });
  renameSync(half, file + MADE);
  flushFolder(file);
}

function putInPlace(file: string, now: number): void {
  // Before the place has another: a note would speak of that one.
  forgetDamage(file);
  forgetLogCut(file);
  setAside(file, now);
  renameSync(file + MADE, file);
  flushFolder(file);
  forgetOldest(file);
}
