import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { NO_LOCKS, type Locks } from '../../../src-shared/app-state';
import { isRecord } from '../../../src-shared/json';
import { readPreferences } from '../../../src-shared/read-preferences';
import type { LockFile } from '../../core/preferences/preferences';
import type { Log } from '../../core/ports';

/** Bytes; an honest one has a few hundred. */
const MOST = 256 * 1024;

/** Where an administrator may set preferences for everybody on a machine (docs/admin.md). */
export function lockFilePath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return path.win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'Tocsin', 'preferences.json');
  if (platform === 'darwin') return '/Library/Application Support/Tocsin/preferences.json';
  return '/etc/tocsin/preferences.json';
}

export interface LockFileDeps {
  readonly file: string;
  /** Whose file and folder are trusted, a user id; `undefined`: owners cannot be asked here (Windows). */
  readonly owner: number | undefined;
  readonly log: Log;
}

/**
 * Reads it once, at the start; without one it costs the one look. Only a file that ordinary users cannot write is
 * trusted, where that can be checked; what is wrong in it costs only itself, and is told in the log.
 */
export function readLockFile({ file, owner, log }: LockFileDeps): LockFile {
  const read = readSafely(file, owner);
  const none: Locks = { ...NO_LOCKS, file };
  if (read.state === 'none') return { locks: none, values: {} };
  if (read.state !== 'read') return leftAside(read.state, read.detail);
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch (error) {
    return leftAside('not-json', words(error));
  }
  // The form of `--provision` and of an export, too: one file serves all three.
  const given = isRecord(value) && isRecord(value['preferences']) ? value['preferences'] : value;
  if (!isRecord(given)) return leftAside('not-json', 'no object');
  const { preferences, taken, refused } = readPreferences(given);
  const values = Object.fromEntries(taken.map((name) => [name, preferences[name]]));
  log.event('locked', `${file}: ${taken.join(', ') || 'nothing'}`);
  if (refused.length > 0)
    log.event('file', `${file}: left aside: ${refused.map(({ field }) => field).join(', ')}`);
  return { locks: { ...none, names: taken, refused }, values };

  function leftAside(problem: NonNullable<Locks['problem']>, detail: string): LockFile {
    log.event('file', `${file} is left aside (${problem}): ${detail}`);
    return { locks: { ...none, problem }, values: {} };
  }
}

type Read =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'unsafe' | 'unreadable' | 'too-large'; readonly detail: string };

function readSafely(file: string, owner: number | undefined): Read {
  let open: number | undefined;
  try {
    // Not blocked by a pipe in its place.
    open = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(open);
    if (!stats.isFile()) return { state: 'unreadable', detail: 'not a file' };
    // Looked at through the open file: what is checked is what is read, also behind a link.
    const others =
      owner === undefined
        ? undefined
        : (writers(stats, owner) ?? writers(statSync(path.dirname(file)), owner));
    if (others !== undefined) return { state: 'unsafe', detail: others };
    if (stats.size > MOST) return { state: 'too-large', detail: `${stats.size} bytes` };
    return { state: 'read', text: readFileSync(open, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'none' };
    return { state: 'unreadable', detail: words(error) };
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/** Who but its owner may write it, in words; `undefined`: nobody. */
export function writers({ uid, mode }: Pick<Stats, 'uid' | 'mode'>, owner: number): string | undefined {
  if (uid !== owner) return `its owner is user ${uid}`;
  if ((mode & 0o022) !== 0) return `its mode is ${(mode & 0o777).toString(8)}`;
  return undefined;
}

const words = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
