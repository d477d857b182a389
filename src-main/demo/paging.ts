import { textOf, type Row } from './inbox';
import type { ListQuery } from './query';

/** `LimitOffsetPagination` of Django REST Framework 3.15, its oddities included. */
export interface PageLimit {
  readonly default: number;
  readonly max: number;
}

interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** What is no number (or a limit of 0) is passed over without a word, and too much is cut. */
export function parseWindow(params: URLSearchParams, pageLimit: PageLimit): Window {
  const number = (name: string) => {
    const text = params.getAll(name).at(-1) ?? '';
    return /^\s*\+?\d+\s*$/.test(text) ? Number(text) : undefined;
  };
  const limit = number('limit') || pageLimit.default;
  return { limit: Math.min(limit, pageLimit.max), offset: number('offset') ?? 0 };
}

/** The rows of one window and how many match in all. */
export function slice(
  rows: readonly Row[],
  query: ListQuery,
  { limit, offset }: Window,
): { readonly count: number; readonly texts: readonly string[] } {
  const texts: string[] = [];
  const at = (index: number) => rows[query.oldestFirst ? index : rows.length - 1 - index]!;
  if (!query.filtered) {
    const end = Math.min(rows.length, offset + limit);
    for (let index = offset; index < end; index += 1) texts.push(textOf(at(index)));
    return { count: rows.length, texts };
  }
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = at(index);
    if (!query.matches(row)) continue;
    if (count >= offset && count < offset + limit) texts.push(textOf(row));
    count += 1;
  }
  return { count, texts };
}

/** Python's `quote_plus`. */
function quotePlus(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** `replace_query_param`: every other parameter is kept, and all come sorted by name. */
function withWindow(url: string, params: URLSearchParams, { limit, offset }: Window): string {
  const values = new Map<string, readonly string[]>();
  for (const name of params.keys()) values.set(name, params.getAll(name));
  values.set('limit', [String(limit)]);
  if (offset > 0) values.set('offset', [String(offset)]);
  else values.delete('offset');
  const pairs = [...values]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([name, list]) => list.map((value) => `${quotePlus(name)}=${quotePlus(value)}`));
  return `${url}?${pairs.join('&')}`;
}

/** `next` and `previous`, absolute; null at the ends. `url` is without a query. */
export function pageLinks(
  url: string,
  params: URLSearchParams,
  window: Window,
  count: number,
): { readonly next: string | null; readonly previous: string | null } {
  const { limit, offset } = window;
  return {
    next: offset + limit >= count ? null : withWindow(url, params, { limit, offset: offset + limit }),
    previous: offset <= 0 ? null : withWindow(url, params, { limit, offset: offset - limit }),
  };
}
