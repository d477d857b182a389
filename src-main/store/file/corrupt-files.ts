import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A database is three files. */
export const ENDS = ['', '-wal', '-shm'] as const;
/** So many damaged histories are kept for whoever wants to look; the oldest go. */
const KEPT = 3;

/**
 * Renames a damaged history and what belongs to it.
 * @param now wall ms: it names the files. One that is set aside later has a higher number in any case, also where the clock was ahead
 */
export function setAside(file: string, now: number): void {
  const aside = `${file}.corrupt-${Math.max(now, ...stampsOf(file).map((one) => one + 1))}`;
  for (const end of ENDS) if (existsSync(file + end)) renameSync(file + end, aside + end);
}

/** Never throws: one that is held by somebody goes another time. */
export function forgetOldest(file: string): void {
  const oldest = stampsOf(file)
    .toSorted((a, b) => b - a)
    .slice(KEPT);
  for (const stamp of oldest) drop(`${file}.corrupt-${stamp}`);
}

function stampsOf(file: string): readonly number[] {
  const name = `${basename(file)}.corrupt-`;
  const stamps = readdirSync(dirname(file))
    .flatMap((one) => (one.startsWith(name) ? [Number.parseInt(one.slice(name.length), 10)] : []))
    .filter(Number.isSafeInteger);
  return [...new Set(stamps)];
}

/** A database that nobody needs, where it can be deleted. */
export function drop(file: string): void {
  for (const end of [...ENDS, '-journal'])
    try {
      rmSync(file + end, { force: true, recursive: true });
    } catch {
      // Held by somebody, or on a disk that may not be written: whoever needs the place says so.
    }
}

/** That files have other names outlasts a loss of power; Windows opens no folders, and needs none. */
export function flushFolder(file: string): void {
  try {
    const folder = openSync(dirname(file), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // As good as the platform lets.
  }
}
