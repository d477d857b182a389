import { isRecord } from './notification';

/** Everything that can go wrong with one answer. Each is a plain object, as `POST /control/fault` takes it. */
export type Fault =
  /** Another answer instead; body and headers default to what such a server or its proxy says. Not applied. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown; readonly headers?: Headers }
  /** 200 with a login page: a captive portal. */
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
  /** 200 with a body of so many bytes of white space before `{}`; gzip makes a bomb of it. */
  | { readonly kind: 'flood'; readonly bytes: number; readonly gzip?: boolean }
  /** 200 with arrays in arrays. */
  | { readonly kind: 'deep'; readonly depth: number }
  /** The true answer, cut (to half of it) and called whole. */
  | { readonly kind: 'truncated'; readonly bytes?: number }
  /** The connection is reset, before anything or after so many bytes of the body. */
  | { readonly kind: 'reset'; readonly afterBytes?: number }
  /** Nothing more comes, from the start or after so many bytes of the body. */
  | { readonly kind: 'stall'; readonly afterBytes?: number }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The request is carried out, and its answer never arrives: after `ms` the connection is reset. */
  | { readonly kind: 'lost-answer'; readonly ms?: number }
  | { readonly kind: 'ignore-ordering' }
  | { readonly kind: 'ignore-offset' }
  | { readonly kind: 'empty-page' }
  | { readonly kind: 'clamp-limit'; readonly limit: number }
  /** One item of a page comes spoilt: as `text` (any text), or without its stamp and with a word for an id. */
  | { readonly kind: 'malformed-item'; readonly index?: number; readonly text?: string };

type Headers = Readonly<Record<string, string>>;

/** What a fault changes in how a list is made. */
export interface ListTweaks {
  readonly ignoreOrdering?: boolean;
  readonly ignoreOffset?: boolean;
  readonly emptyPage?: boolean;
  readonly maxLimit?: number;
  readonly spoil?: (texts: readonly string[]) => readonly string[];
}

/** Needed fields with their type; `ms`, `bytes` and the like are counts from 0. */
const NEEDED: Readonly<Record<Fault['kind'], Readonly<Record<string, 'number' | 'string'>>>> = {
  status: { status: 'number' },
  html: {},
  redirect: { location: 'string' },
  flood: { bytes: 'number' },
  deep: { depth: 'number' },
  truncated: {},
  reset: {},
  stall: {},
  delay: { ms: 'number' },
  'lost-answer': {},
  'ignore-ordering': {},
  'ignore-offset': {},
  'empty-page': {},
  'clamp-limit': { limit: 'number' },
  'malformed-item': {},
};

/** A fault, or a sentence on what is wrong with it. */
export function checkFault(value: Readonly<Record<string, unknown>>): string | Fault {
  const { kind } = value;
  const needed = (NEEDED as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>)[
    String(kind)
  ];
  if (needed === undefined) return `kind must be one of ${Object.keys(NEEDED).join(', ')}`;
  const missing = Object.entries(needed).find(([name, type]) => typeof value[name] !== type);
  if (missing !== undefined) return `${String(kind)} needs ${missing[0]} as a ${missing[1]}`;
  return value as Fault;
}

function spoilt(text: string): string {
  const value: unknown = JSON.parse(text);
  const { timestamp: _gone, ...rest } = isRecord(value) ? value : {};
  return JSON.stringify({ ...rest, id: 'not a number' });
}

export function tweaksOf(fault: Fault | undefined): ListTweaks {
  switch (fault?.kind) {
    case 'ignore-ordering':
      return { ignoreOrdering: true };
    case 'ignore-offset':
      return { ignoreOffset: true };
    case 'empty-page':
      return { emptyPage: true };
    case 'clamp-limit':
      return { maxLimit: fault.limit };
    case 'malformed-item': {
      const { index = 0, text } = fault;
      return { spoil: (texts) => texts.map((own, at) => (at === index ? (text ?? spoilt(own)) : own)) };
    }
    default:
      return {};
  }
}
