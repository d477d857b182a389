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
