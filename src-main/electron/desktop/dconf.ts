import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** The user's settings of GNOME and its kin are some tens of kB; more than this is none of theirs. */
const MOST_BYTES = 4_000_000;
const SIGNATURE = 'GVariant';
/** Of the format: a table's head is two words, an item six. */
const ITEM_BYTES = 24;
const NO_PARENT = 0xffff_ffff;
const DEEPEST = 20;

/** `undefined`: the key is not set, its default holds. Rejects where the file is not to be had or not understood. */
export type ReadDconf = (key: string) => Promise<boolean | undefined>;

/**
 * Reads one yes-or-no of the user's dconf database from its file: the service itself answers no questions, a portal gives
 * only a few settings, and a process for it (`gsettings`) costs 30 ms each time.
 * @param env where the file is; in a sandbox (Flatpak, Snap) that is another one, and nothing is known
 */
export function dconfReader(env: NodeJS.ProcessEnv, read: typeof readFile = readFile): ReadDconf {
  const file = path.join(env['XDG_CONFIG_HOME'] || path.join(homedir(), '.config'), 'dconf', 'user');
  return async function readDconf(key) {
    if (env['FLATPAK_ID'] || env['SNAP'])
      throw new Error('settings of the desktop are not readable in a sandbox');
    let bytes: Buffer;
    try {
      bytes = await read(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // nothing was ever changed
      throw error;
    }
    return booleanIn(bytes, key);
  };
}

/**
 * The GVariant database format (gvdb-format.h of GLib): a hash table whose items name their parent, so that a key is
 * the path from its root. Looked through as a list: it is read when somebody changed a setting, not more often.
 * @throws Error it is another format, or damaged
 */
export function booleanIn(bytes: Buffer, key: string): boolean | undefined {
  if (bytes.length > MOST_BYTES || bytes.toString('latin1', 0, 8) !== SIGNATURE)
    throw new Error('not a dconf database');
  if (bytes.readUInt32LE(8) !== 0) throw new Error('a dconf database of another version');
  const start = bytes.readUInt32LE(16);
  const end = bytes.readUInt32LE(20);
  if (end > bytes.length) throw new Error('half a dconf database');
  const blooms = bytes.readUInt32LE(start) & 0x07ff_ffff;
  const buckets = bytes.readUInt32LE(start + 4);
  const items = start + 8 + (blooms + buckets) * 4;
  const count = Math.floor((end - items) / ITEM_BYTES);

  const nameOf = (index: number, depth = 0): string => {
    if (index >= count || depth > DEEPEST) throw new Error('a damaged dconf database');
    const at = items + index * ITEM_BYTES;
    const parent = bytes.readUInt32LE(at + 4);
    const from = bytes.readUInt32LE(at + 8);
    const own = bytes.toString('utf8', from, from + bytes.readUInt16LE(at + 12));
    return parent === NO_PARENT ? own : nameOf(parent, depth + 1) + own;
  };

  for (let index = 0; index < count; index += 1) {
    const at = items + index * ITEM_BYTES;
    const size = bytes.readUInt16LE(at + 12);
    const from = bytes.readUInt32LE(at + 8);
    if (bytes[at + 14] !== VARIANT || !key.endsWith(bytes.toString('utf8', from, from + size))) continue;
    if (nameOf(index) !== key) continue;
    const value = bytes.subarray(bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20));
    // A variant is its value, a zero, and its type.
    if (value.length !== 3 || value[1] !== 0 || value[2] !== BOOLEAN)
      throw new Error(`${key} is no yes or no`);
    return value[0] === 1;
  }
  return undefined;
}

const VARIANT = 'v'.codePointAt(0);
const BOOLEAN = 'b'.codePointAt(0);
