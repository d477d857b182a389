import { parseQuery, type Filter } from '../../../src-shared/filter';

/** What a link may ask for: to look. None changes anything. */
export type DeepLink =
  | { readonly kind: 'notification'; readonly account: string; readonly id: string }
  | { readonly kind: 'inbox'; readonly filter: Filter };

const MAX_LENGTH = 2048;
/** The words of the query box (`docs/guide.md`), one parameter each; `text` is searched for. */
const WORDS = [
  'seen',
  'snoozed',
  'down',
  'level',
  'type',
  'severity',
  'on',
  'since',
  'until',
  'account',
  'order',
];

/**
 * `tocsin://notification/ACCOUNT/ID` and `tocsin://inbox?seen=no&level=major&…`, and nothing else: whoever can
 * show a person a link can send one, so every other form is refused whole.
 * @param today the user's calendar day: a link may say `on=tuesday`
 */
export function readDeepLink(text: string, today: number): DeepLink | undefined {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'tocsin:' || url.username || url.password || url.port || url.hash) return undefined;
  if (url.hostname === 'notification' && url.search === '') return notification(url.pathname);
  if (url.hostname === 'inbox' && /^\/?$/.test(url.pathname)) return inbox(url.searchParams, today);
  return undefined;
}

function notification(path: string): DeepLink | undefined {
  const [, account, id] = /^\/([a-z0-9]{4,32})\/(\d{1,19})$/.exec(path) ?? [];
  return account === undefined || id === undefined ? undefined : { kind: 'notification', account, id };
}

function inbox(params: URLSearchParams, today: number): DeepLink | undefined {
  const names = [...params.keys()];
  if (new Set(names).size !== names.length) return undefined;
  let filter: Filter = {};
  for (const [name, value] of params) {
    if (name === 'text' && value !== '' && value.length <= 200) filter = { ...filter, text: value };
    else {
      // One word each: a value with a blank would smuggle in another.
      if (!WORDS.includes(name) || /\s/.test(value)) return undefined;
      const { filter: part, unknown } = parseQuery(`${name}:${value}`, today);
      if (unknown.length > 0 || Object.keys(part).length === 0) return undefined;
      filter = { ...filter, ...part };
    }
  }
  return { kind: 'inbox', filter };
}
