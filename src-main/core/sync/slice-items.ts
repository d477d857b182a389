/** Bytes of UTF-8 as text, from one place to another. */
export type Decode = (bytes: Uint8Array) => (from: number, to: number) => string;

/** As every runtime has it; where there is a quicker way, `readPage` is given it. A byte order mark is no part of an item. */
const decodeByDefault: Decode = (bytes) => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (from, to) => decoder.decode(bytes.subarray(from, to));
};

/**
 * Cuts a list answer into the texts of its items, without parsing them: each row keeps its raw text exactly as the server
 * sent it (numbers beyond 2^53 included), one item that cannot be read costs nothing but itself, and nesting of any depth
 * costs no stack. Item by item, since one letter outside Latin-1 makes a text twice as long, and only its own item need be.
 *
 * @param bytes UTF-8; with a byte order mark or without
 * @returns `undefined` where it is no JSON object with a `results` array. `nesting`: brackets one in another in its deepest
 * item; `rest`: the answer without its items
 */
export function sliceItems(
  bytes: Uint8Array,
  decode: Decode = decodeByDefault,
): { readonly items: readonly string[]; readonly nesting: number; readonly rest: string } | undefined {
  const text = decode(bytes);
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = space(bytes, begin);
  if (bytes[at] !== BRACE) return undefined;
  at = space(bytes, at + 1);
  while (bytes[at] === QUOTE) {
    const keyEnd = stringEnd(bytes, at);
    const key = text(at + 1, keyEnd - 1);
    at = space(bytes, keyEnd);
    if (bytes[at] !== COLON) return undefined;
    at = space(bytes, at + 1);
    if (key === 'results' && bytes[at] === BRACKET) {
      const cut = elements(bytes, at, text);
      if (!cut) return undefined;
      const { items, nesting, end } = cut;
      return { items, nesting, rest: `${text(begin, at)}[]${text(end, bytes.length)}` };
    }
    at = space(bytes, valueEnd(bytes, at));
    if (bytes[at] !== COMMA) return undefined;
    at = space(bytes, at + 1);
  }
  return undefined;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACKET_END = 93;
const BRACE = 123;
const BRACE_END = 125;

function elements(
  bytes: Uint8Array,
  open: number,
  text: ReturnType<Decode>,
): { items: string[]; nesting: number; end: number } | undefined {
  const items: string[] = [];
  const met = { nesting: 0 };
  let at = space(bytes, open + 1);
  if (bytes[at] === BRACKET_END) return { items, nesting: 0, end: at + 1 };
  for (;;) {
    const end = valueEnd(bytes, at, met);
    if (end <= at) return undefined;
    items.push(text(at, end));
    at = space(bytes, end);
    if (bytes[at] === BRACKET_END) return { items, nesting: met.nesting, end: at + 1 };
    if (bytes[at] !== COMMA) return undefined;
    at = space(bytes, at + 1);
  }
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9;

function space(bytes: Uint8Array, at: number): number {
  let i = at;
  while (isSpace(bytes[i])) i += 1;
  return i;
}

/** Just past the closing quote; the end where there is none. */
function stringEnd(bytes: Uint8Array, open: number): number {
  for (let at = open + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) return at + 1;
  }
  return bytes.length;
}

/**
 * Just past a value: brackets are counted, strings are skipped.
 * @param met raised to the deepest nesting that was met
 */
function valueEnd(bytes: Uint8Array, from: number, met = { nesting: 0 }): number {
  let depth = 0;
  for (let at = from; at < bytes.length;) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = stringEnd(bytes, at);
      if (depth === 0) return at;
      continue;
    }
    if (byte === BRACE || byte === BRACKET) {
      depth += 1;
      if (depth > met.nesting) met.nesting = depth;
    } else if (byte === BRACE_END || byte === BRACKET_END) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return at;
    at += 1;
  }
  return bytes.length;
}
