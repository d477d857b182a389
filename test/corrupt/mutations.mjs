// What can happen to a database, its log and its index on a disk.
//   mutate(folder, from, random) → what was done, in words
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { FILE } from './history.mjs';

const PAGE = 4096;

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {(file: string, random: Random) => void} Damage */

/** @param {(bytes: Buffer, random: Random) => Buffer | void} change @returns {Damage} */
const bytes = (change) => (file, random) => {
  const before = readFileSync(file);
  if (before.length > 0) writeFileSync(file, change(before, random) ?? before);
};
const place = (/** @type {Buffer} */ buffer, /** @type {Random} */ random) => random(buffer.length);
const flip = (/** @type {Buffer} */ buffer, /** @type {Random} */ random) => {
  const at = place(buffer, random);
  buffer[at] = (buffer[at] ?? 0) ^ (1 << random(8));
};
const pageAt = (/** @type {Buffer} */ buffer, /** @type {Random} */ random) =>
  PAGE * random(Math.max(1, Math.floor(buffer.length / PAGE)));
/** As far as the file goes: it may have been cut before. */
const zero = (/** @type {Buffer} */ all, /** @type {number} */ from, /** @type {number} */ length) =>
  all.fill(0, from, Math.min(from + length, all.length));
const noise = (/** @type {number} */ length, /** @type {Random} */ random) =>
  Buffer.from(Array.from({ length }, () => random(256)));

/** @type {Record<string, Damage>} of a file's bytes */
const ON_BYTES = {
  'one bit': bytes((all, random) => flip(all, random)),
  '64 bits': bytes((all, random) => {
    for (let i = 0; i < 64; i += 1) flip(all, random);
  }),
  'one byte': bytes((all, random) => void (all[place(all, random)] = random(256))),
  'a page of zeros': bytes((all, random) => void zero(all, pageAt(all, random), PAGE)),
  'a page of noise': bytes((all, random) => void noise(PAGE, random).copy(all, pageAt(all, random))),
  'a sector of zeros': bytes(
    (all, random) => void zero(all, 512 * Math.floor(place(all, random) / 512), 512),
  ),
  'two pages swapped': bytes((all, random) => {
    const [one, other] = [pageAt(all, random), pageAt(all, random)];
    const kept = Buffer.from(all.subarray(one, one + PAGE));
    all.copy(all, one, other, other + PAGE);
    kept.copy(all, other);
  }),
  'a page in place of another': bytes((all, random) => {
    const from = pageAt(all, random);
    all.copy(all, pageAt(all, random), from, from + PAGE);
  }),
  'cut anywhere': (file, random) => truncateSync(file, random(statSync(file).size + 1)),
  'cut at a page': (file, random) =>
    truncateSync(file, PAGE * random(Math.floor(statSync(file).size / PAGE) + 1)),
  'noise at its end': bytes((all, random) => Buffer.concat([all, noise(1 + random(3 * PAGE), random)])),
  'a damaged head': bytes((all, random) => void (all[random(Math.min(100, all.length))] = random(256))),
  'another head': bytes((all, random) => void noise(16, random).copy(all, 0)),
  'noise all over': bytes((all, random) => noise(Math.min(all.length, 20_000), random)),
  emptied: (file) => writeFileSync(file, ''),
  missing: (file) => rmSync(file),
  'a folder': (file) => {
    rmSync(file);
    mkdirSync(file);
  },
  'not readable': (file) => chmodSync(file, 0),
};

/** Files of another moment, or of another history. */
const MIXED = ['early', 'older', 'live', 'clean', 'other'];

/**
 * @param {string} folder a copy of one moment
 * @param {string} from where the moments are
 * @param {Random} random
 */
export function mutate(folder, from, random) {
  const ends = ['', '', '', '-wal', '-wal', '-shm'];
  const said = [];
  for (let times = random(4) === 0 ? 2 : 1; times > 0; times -= 1) {
    const end = /** @type {string} */ (ends[random(ends.length)]);
    const file = path.join(folder, FILE + end);
    const moment = /** @type {string} */ (MIXED[random(MIXED.length)]);
    const source = path.join(from, moment, FILE + end);
    if (random(8) === 0 && existsSync(source)) {
      rmSync(file, { recursive: true, force: true });
      copyFileSync(source, file);
      said.push(`${end || 'database'}: that of “${moment}”`);
    } else if (existsSync(file) && statSync(file).isFile()) {
      const names = Object.keys(ON_BYTES);
      const name = /** @type {string} */ (names[random(names.length)]);
      ON_BYTES[name]?.(file, random);
      said.push(`${end || 'database'}: ${name}`);
    }
  }
  return said.join(', ');
}

/**
 * The files are those of an earlier moment, whole: nothing in them tells that there was a later one.
 * @param {string} folder
 * @param {string} what
 */
export function isEarlier(folder, what) {
  const file = path.join(folder, FILE);
  const log = /-wal: (that of|missing|emptied|cut)/.test(what) && what.includes('-shm: ');
  return (
    log ||
    (what.startsWith('clean') && what.includes('-wal: that of')) ||
    what.includes('database: that of') ||
    !existsSync(file) ||
    (statSync(file).size === 0 && !existsSync(`${file}-wal`))
  );
}
