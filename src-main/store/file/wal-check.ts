import { existsSync, readFileSync, statSync } from 'node:fs';

/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682; // its lowest bit: checksums over big-endian words
/** https://sqlite.org/walformat.html#the_wal_index_file_format; in the machine's own byte order */
const INDEX_HEADER = 136;
/** A log of ours is copied at 4 MB, or at 32; a far larger one is not read twice. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Whether the log of a history that was not closed has lost what had been committed: SQLite stops at the first damaged
 * frame without a word, and with it go marks that the user made. To be asked before the file is opened.
 */
export function hasLostCommits(file: string): boolean {
  const log = read(`${file}-wal`);
  const index = read(`${file}-shm`);
  const told = index && index.length >= INDEX_HEADER ? indexOf(index) : undefined;
  // A new history has no log yet: this one was more than that.
  const empty = !existsSync(file) || statSync(file).size === 0;
  if (empty) return (log?.length ?? 0) > HEADER || (told?.frames ?? 0) > 0;
  if (!log || log.length < HEADER) return told !== undefined && told.frames > told.copied;
  const { frames, torn } = framesOf(log);
  // The index remembers how many frames were committed, also of a log that was cut.
  const sameLog = told !== undefined && told.salt.equals(log.subarray(16, 24));
  // Another log than the index speaks of may begin only when all of the one before is in the database.
  const otherLog = told !== undefined && !sameLog && told.frames > told.copied;
  return torn || otherLog || (sameLog && told.frames > frames);
}

function read(file: string): Buffer | undefined {
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > LARGEST) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

interface Index {
  /** Frames committed, and how many of them are in the database already. */
  readonly frames: number;
  readonly copied: number;
  readonly salt: Buffer;
}

function indexOf(index: Buffer): Index | undefined {
  // Both copies of its head are alike, else it was being written.
  if (!index.subarray(0, 48).equals(index.subarray(48, 96)) || index[12] !== 1) return undefined;
  return { frames: index.readUInt32LE(16), copied: index.readUInt32LE(96), salt: index.subarray(32, 40) };
}

/** Valid frames up to the last commit; `torn`: a commit lies behind the first that is not valid. */
function framesOf(log: Buffer): { readonly frames: number; readonly torn: boolean } {
  const magic = log.readUInt32BE(0);
  const word = magic === MAGIC ? log.readUInt32LE.bind(log) : log.readUInt32BE.bind(log);
  const size = log.readUInt32BE(8);
  const sum = (start: Sum, from: number, to: number): Sum => {
    let [a, b] = start;
    for (let at = from; at < to; at += 8) {
      a = (a + word(at) + b) >>> 0;
      b = (b + word(at + 4) + a) >>> 0;
    }
    return [a, b];
  };
  const is = ([a, b]: Sum, at: number): boolean =>
    a === log.readUInt32BE(at) && b === log.readUInt32BE(at + 4);
  let running = sum([0, 0], 0, 24);
  if ((magic | 1) !== (MAGIC | 1) || size < 512 || size > 65536 || size % 8 !== 0 || !is(running, 24))
    return { frames: 0, torn: log.length > HEADER };
  let frames = 0;
  let valid = true;
  let torn = false;
  for (let at = HEADER, n = 1; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size, n += 1) {
    const commits = log.readUInt32BE(at + 4) !== 0;
    const current = log.compare(log, 16, 24, at + 8, at + 16) === 0;
    if (valid) {
      running = sum(sum(running, at, at + 8), at + FRAME_HEADER, at + FRAME_HEADER + size);
      valid = current && is(running, at + 16);
    }
    if (valid && commits) frames = n;
    if (!valid && current && commits) torn = true;
  }
  return { frames, torn };
}

type Sum = readonly [number, number];
