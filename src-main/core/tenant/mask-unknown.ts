import { isRecord, type Json } from '../../../src-shared/json';
import { endOf } from '../../../src-shared/tenant-settings';

/** Stands where something is left out. */
const HIDDEN = '•••';
/** A name that says so itself, whatever its value is. */
const SECRET_NAME = /secret|token|passw|credential|webhook|signature|api_?-?key/i;
/** So long and in one piece, with a number in it or longer still: no word, no date, no e-mail address. */
const TOKEN = /^(?=.*\d)[\w.~+/=-]{20,}$|^[\w.~+/=-]{32,}$/;

/**
 * Fields that this version does not know may hold a secret as well, a second webhook or a key: the window gets them without
 * what looks like one. Of a URL its host stays, and of all the last four characters, where there are enough others.
 * @returns the same fields, and whether anything in them is left out
 */
export function maskUnknown(fields: { readonly [name: string]: Json }): {
  readonly shown: { readonly [name: string]: Json };
  readonly hidden: boolean;
} {
  let hidden = false;
  function mask(value: Json, name: string): Json {
    if (typeof value === 'string') {
      const masked = maskText(value, name);
      hidden ||= masked !== value;
      return masked;
    }
    if (Array.isArray(value)) return value.map((one: Json) => mask(one, name));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mask(one as Json, key)]));
  }
  const shown = Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, mask(one, name)]));
  return { shown, hidden };
}

function maskText(text: string, name: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return text;
  const end = `${HIDDEN}${endOf(trimmed)}`;
  if (trimmed.includes('://') && URL.canParse(trimmed)) {
    const url = new URL(trimmed);
    const bare = url.username === '' && url.search === '' && url.hash === '' && url.pathname.length <= 1;
    return bare && !SECRET_NAME.test(name) ? text : `${url.protocol}//${url.host}/${end}`;
  }
  // A URL within a text, or one that cannot be read.
  if (/:\/\/|\bsig=/i.test(trimmed)) return end;
  return SECRET_NAME.test(name) || TOKEN.test(trimmed) ? end : text;
}
