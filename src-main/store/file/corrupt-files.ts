import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A database is three files. */
export const ENDS = ['', '-wal', '-shm'] as const;
/** So many damaged histories are kept for whoever wants to look; the oldest go. */
const KEPT = 3;

/**
 * Renames a damaged history and what belongs to it.
 * @param now wall ms: it names the files; two within one millisecond get names of their own
 * @returns the path it has now
 */
export function setAside(file: string, now: number): string {
  let at = now;
  while (existsSync(`${file}.corrupt-${at}`)) at += 1;
  const aside = `${file}.corrupt-${at}`;
  for (const end of ENDS) if (existsSync(file + end)) renameSync(file + end, aside + end);
  forgetOldest(file);
  return aside;
}

function forgetOldest(file: string): void {
  const name = `${basename(file)}.corrupt-`;
  const stamps = readdirSync(dirname(file))
    .flatMap((one) => (one.startsWith(name) ? [Number.parseInt(one.slice(name.length), 10)] : []))
    .filter(Number.isFinite);
  const oldest = [...new Set(stamps)].toSorted((a, b) => b - a).slice(KEPT);
  for (const stamp of oldest)
    for (const end of ENDS)
      rmSync(join(dirname(file), `${name}${stamp}${end}`), { force: true, recursive: true });
}
