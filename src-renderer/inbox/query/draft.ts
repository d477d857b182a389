import { parseQuery, type Filter } from '../../../src-shared/filter';

/** What a draft in the query box makes of the filter. */
export interface Draft {
  readonly filter: Filter;
  /** What stays in the box. */
  readonly text: string;
  /** Words that look like a filter and are none. */
  readonly unknown: readonly string[];
}

/**
 * Whole words that are filters leave the box and become chips; the rest is searched for. While typing, the last word
 * is not whole yet: it is neither a filter nor wrong.
 * @param today the user's calendar day: what is typed may say `on:tuesday`
 */
export function readDraft(filter: Filter, text: string, whole: boolean, today: number): Draft {
  const words = text.split(/\s+/).filter(Boolean);
  const open = !whole && /\S$/.test(text) ? words.pop() : undefined;
  const isOpenFilter = open !== undefined && open.indexOf(':') > 0;
  const kept: string[] = [];
  const found: { -readonly [K in keyof Filter]: Filter[K] } = { ...filter };
  const unknown: string[] = [];
  const free: string[] = [];
  for (const word of words) {
    const { filter: part, unknown: none } = parseQuery(word, today);
    const { text: plain, ...rest } = part;
    if (Object.keys(rest).length > 0) Object.assign(found, rest);
    else kept.push(word);
    unknown.push(...none);
    if (plain) free.push(plain);
  }
  const absorbed = kept.length < words.length;
  if (open !== undefined) kept.push(open);
  if (open !== undefined && !isOpenFilter) free.push(open);
  const searched = free.join(' ').slice(0, 200);
  if (searched === '') delete found.text;
  else found.text = searched;
  if (found.order === 'newest') delete found.order;
  return { filter: found, text: absorbed ? kept.join(' ') : text, unknown };
}
