/** Any JSON value. What a server sends beyond the documented keys is shown as it is, so it keeps this type. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What came is no data: a page or words from somewhere on the way (`not-json`), or JSON that was cut or damaged,
 * nothing at all included.
 */
export const notData = (text: string): 'not-json' | 'broken-json' =>
  /^\s*(?:[{[]|$)/.test(text) ? 'broken-json' : 'not-json';

/** No answer nests so far. Built by a parser, the 8 MiB of a page could be four million arrays, one in another: a gigabyte. */
const MAX_NESTING = 1000;

/** `JSON.parse` for what a server sent. @throws SyntaxError; for a nesting beyond 1,000 levels before it is built */
export function parseJson(text: string): unknown {
  if (text.length > MAX_NESTING && isTooDeep(text)) throw new SyntaxError('nested too deeply');
  return JSON.parse(text);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at);
    if (inString) {
      if (c === 92) at += 1;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      depth += 1;
      if (depth > MAX_NESTING) return true;
    } else if (c === 125 || c === 93) depth -= 1;
  }
  return false;
}
