import * as v from 'valibot';
import { Day, parseDay, spanOf } from './days';
import type { Row } from './inbox';
import {
  KNOWN_TYPES,
  LEVELS,
  Level,
  levelOfType,
  levelRank,
  TYPES,
  type SeverityLevels,
} from './notification';
import { isSubjectWord } from './subject';

const integer = v.pipe(v.number(), v.safeInteger());
const OPERATORS = ['<', '<=', '>', '>='] as const;

/** `in` is a list, as the API's `severity=1|2|3`; the others compare with one number. */
export const SeverityFilter = v.variant('op', [
  v.strictObject({ op: v.literal('in'), values: v.pipe(v.array(integer), v.minLength(1), v.maxLength(50)) }),
  v.strictObject({ op: v.picklist(OPERATORS), value: integer }),
]);
export type SeverityFilter = v.InferOutput<typeof SeverityFilter>;

/** What the inbox shows. Absent means "any". */
export const Filter = v.strictObject({
  account: v.optional(v.string()),
  seen: v.optional(v.boolean()),
  severity: v.optional(SeverityFilter),
  types: v.optional(v.pipe(v.array(integer), v.minLength(1), v.maxLength(50))),
  /** This level and every more urgent one. */
  level: v.optional(Level),
  text: v.optional(v.pipe(v.string(), v.maxLength(200))),
  order: v.optional(v.picklist(['newest', 'oldest'])),
  /** Only what is put off, or all but that. Absent: the unseen are shown without it, everything with it. */
  snoozed: v.optional(v.boolean()),
  /** Only what says that an agent is down now. */
  down: v.optional(v.literal(true)),
  /** From this day of the user's calendar on, and up to that one. */
  since: v.optional(Day),
  until: v.optional(Day),
});
export type Filter = v.InferOutput<typeof Filter>;

/** Words for the documented types in the query text; the numbers 1–8 work as well. */
const TYPE_WORDS: { readonly [word: string]: readonly number[] } = {
  started: [1],
  succeeded: [2],
  failed: [3],
  threshold: [4],
  'suite-started': [5],
  'suite-finished': [6],
  online: [7],
  offline: [8],
};

/** What of a filter the API may be unable to say. */
export type LeftOut = 'text' | 'level' | 'type' | 'down' | 'day';

/** The query part of a list request, ready for `URLSearchParams`, and what of the filter the API cannot say. */
export interface ServerQuery {
  readonly params: { readonly [name: string]: string };
  /** Filters that the server does not know; they are applied here to what it answers. */
  readonly left: readonly LeftOut[];
}

/**
 * A filter in the words of the API (api.md): `seen`, `severity`, `type`, `ordering`. The one place that knows.
 * A level is said by types while no severity has been given a meaning; after that the API cannot say it.
 */
export function toServerQuery(filter: Filter, mapped: SeverityLevels = {}): ServerQuery {
  const params: Record<string, string> = {};
  const left: LeftOut[] = [];
  let types = filter.down ? [TYPES.agentOffline] : filter.types;
  if (filter.level !== undefined && filter.level !== 'info') {
    const least = levelRank(filter.level);
    const byLevel = KNOWN_TYPES.filter((type) => levelRank(levelOfType(type)) >= least);
    const sayable = Object.keys(mapped).length === 0 && byLevel.length > 0;
    const both = sayable ? (types?.filter((type) => byLevel.includes(type)) ?? byLevel) : undefined;
    if (both && both.length > 0) types = both;
    else left.push('level');
  }
  if (filter.seen !== undefined) params['seen'] = String(filter.seen);
  if (filter.severity) params['severity'] = severityText(filter.severity);
  // The document allows 1–8 only: a server answers 400 to a newer type, though it may send one.
  if (types?.every((type) => KNOWN_TYPES.includes(type))) params['type'] = types.join('|');
  else if (types) left.push('type');
  if (filter.down) left.push('down');
  if (filter.since ?? filter.until) left.push('day');
  if (filter.text) left.push('text');
  params['ordering'] = filter.order === 'oldest' ? 'timestamp' : '-timestamp';
  return { params, left };
}

/** The API's spelling; `>=` and `<=` as its examples have them (api.md, Traps). */
export function severityText(filter: SeverityFilter): string {
  return filter.op === 'in' ? filter.values.join('|') : `${filter.op}${filter.value}`;
}

/** `type:offline severity:>=2 seen:no level:>=warning ping` */
export function toQueryText(filter: Filter): string {
  const words: string[] = [];
  if (filter.seen !== undefined) words.push(`seen:${filter.seen ? 'yes' : 'no'}`);
  if (filter.snoozed !== undefined) words.push(`snoozed:${filter.snoozed ? 'yes' : 'no'}`);
  if (filter.down) words.push('down:yes');
  if (filter.level) words.push(`level:>=${filter.level}`);
  if (filter.types) words.push(`type:${filter.types.map(typeWord).join('|')}`);
  if (filter.severity) words.push(`severity:${severityText(filter.severity)}`);
  if (isOneDay(filter)) words.push(`on:${filter.since}`);
  else {
    if (filter.since) words.push(`since:${filter.since}`);
    if (filter.until) words.push(`until:${filter.until}`);
  }
  if (filter.account) words.push(`account:${filter.account}`);
  if (filter.order === 'oldest') words.push('order:oldest');
  if (filter.text) words.push(filter.text);
  return words.join(' ');
}

/** One day alone: `on:2026-11-17`. */
export const isOneDay = (filter: Filter): filter is Filter & { readonly since: Day } =>
  filter.since !== undefined && filter.since === filter.until;

export const typeWord = (type: number): string =>
  Object.entries(TYPE_WORDS).find(([, types]) => types.includes(type))?.[0] ?? String(type);

/** A filter and the words that were none: they are said, not dropped. */
export interface ParsedQuery {
  readonly filter: Filter;
  readonly unknown: readonly string[];
}

/** What is put off has left the inbox: it is unseen, and not shown as such. */
export const hidesSnoozed = ({ seen, snoozed }: Filter): boolean =>
  snoozed === false || (seen === false && snoozed === undefined);

/**
 * The inverse of `toQueryText`; every other word is searched for as text.
 * @param today the user's calendar day (`zone.ts`): `on:tuesday` is the last one before it
 */
export function parseQuery(text: string, today: number): ParsedQuery {
  const filter: { -readonly [K in keyof Filter]: Filter[K] } = {};
  const unknown: string[] = [];
  const free: string[] = [];
  for (const word of text.trim().split(/\s+/).filter(Boolean)) {
    // `10.0.0.1:443` and the like are looked for as they stand; only a plain word names a filter.
    const at = /^[a-z]+:/i.test(word) ? word.indexOf(':') : -1;
    const part = at > 0 ? parseWord(word.slice(0, at).toLowerCase(), word.slice(at + 1), today) : undefined;
    if (isSubjectWord(word)) free.push(word);
    else if (at > 0 && part === undefined) unknown.push(word);
    else if (part) Object.assign(filter, part);
    else free.push(word);
  }
  if (free.length > 0) filter.text = free.join(' ').slice(0, 200);
  return { filter, unknown };
}

function parseWord(name: string, value: string, today: number): Partial<Filter> | undefined {
  switch (name) {
    case 'on':
    case 'since':
    case 'until': {
      const day = parseDay(value, today);
      if (day === undefined) return undefined;
      return name === 'on' ? { since: day, until: day } : { [name]: day };
    }
    case 'seen':
    case 'snoozed': {
      const answer = yesOrNo(value);
      return answer === undefined ? undefined : { [name]: answer };
    }
    case 'down':
      return yesOrNo(value) === true ? { down: true } : undefined;
    case 'level': {
      const level = LEVELS.find((one) => one === value.replace(/^>=/, '').toLowerCase());
      return level && { level };
    }
    case 'type': {
      const types = value.split('|').map((one) => TYPE_WORDS[one.toLowerCase()]?.[0] ?? number(one));
      return allNumbers(types) ? { types } : undefined;
    }
    case 'severity': {
      const severity = parseSeverity(value);
      return severity && { severity };
    }
    case 'account':
      return value ? { account: value } : undefined;
    case 'order':
      return value === 'oldest' || value === 'newest' ? { order: value } : undefined;
    default:
      return undefined;
  }
}

function yesOrNo(text: string): boolean | undefined {
  if (/^(yes|true)$/i.test(text)) return true;
  return /^(no|false)$/i.test(text) ? false : undefined;
}

export function parseSeverity(text: string): SeverityFilter | undefined {
  const match = /^(<=|=<|>=|=>|<|>)(.+)$/.exec(text);
  if (match) {
    const value = number(match[2]!);
    const op = match[1]!.replace('=>', '>=').replace('=<', '<=') as (typeof OPERATORS)[number];
    return value === undefined ? undefined : { op, value };
  }
  const values = text.split('|').map(number);
  return allNumbers(values) ? { op: 'in', values } : undefined;
}

const number = (text: string): number | undefined => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);

const allNumbers = (values: (number | undefined)[]): values is number[] =>
  values.every((one) => one !== undefined);

/** The same filter on one row: for what the server could not filter, and for arrivals. */
export function matches(
  filter: Filter,
  row: Pick<Row, 'key' | 'type' | 'severity' | 'seen' | 'level' | 'snoozedUntil' | 'outageTo'>,
): boolean {
  const { severity } = filter;
  if (filter.seen !== undefined && row.seen !== filter.seen) return false;
  if (filter.snoozed === true && row.snoozedUntil === null) return false;
  if (hidesSnoozed(filter) && row.snoozedUntil !== null) return false;
  if (filter.down && (row.type !== TYPES.agentOffline || row.outageTo !== null)) return false;
  const { from = -Infinity, before = Infinity } = spanOf(filter);
  if (row.key.ts < from || row.key.ts >= before) return false;
  if (filter.types && !filter.types.includes(row.type)) return false;
  if (filter.level && levelRank(row.level) < levelRank(filter.level)) return false;
  return !severity || compare(severity, row.severity);
}

function compare(filter: SeverityFilter, severity: number): boolean {
  switch (filter.op) {
    case 'in':
      return filter.values.includes(severity);
    case '<':
      return severity < filter.value;
    case '<=':
      return severity <= filter.value;
    case '>':
      return severity > filter.value;
    case '>=':
      return severity >= filter.value;
  }
}
