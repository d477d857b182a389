import type { Format } from './messages/format';
import type { Messages } from './messages/en/en';
import { TYPES, type Level } from './notification';
import { field, nameOf, parseSubject, type SubjectNames } from './subject';
import { isRecord, type Json } from './json';

/** What a title is made of: a row, or an arrival that is about to be a toast. */
export interface Titled {
  readonly key: { readonly account: string; readonly id: string; readonly ts: number };
  readonly type: number;
  readonly severity: number;
  readonly data: Json;
  readonly subject: string;
  readonly outageFrom: number | null;
  readonly outageTo?: number | null;
}

export interface TitleTools {
  readonly messages: Messages;
  readonly format: Format;
  readonly names: SubjectNames;
}

/** "Agent 4 is offline", "Agent 4 was offline for 7 min", "Task 1557 failed". */
export function titleOf(row: Titled, { messages: { titles }, format, names }: TitleTools): string {
  const subject = parseSubject(row.subject);
  const type = row.type as keyof typeof titles.types;
  if (!(type in titles.types)) return titles.unknown(row.type);
  const own = nameOf(names, row.key.account, subject);
  if (own === undefined && subject.kind === 'item') return titles.bare[type]; // without a subject nothing ends it
  const suite = subject.kind === 'suite' ? field(row.data, 'test_suite_name') : undefined;
  const name = own ?? (suite === undefined ? titles.subject(subject) : titles.suite(suite));
  if (row.outageFrom !== null) {
    const lasted = format.duration((row.key.ts - row.outageFrom) / 1000);
    if (row.type === TYPES.agentOnline) return titles.wasOffline(name, lasted);
    if (row.type === TYPES.taskSucceeded) return titles.failedBefore(name, lasted);
  }
  // "is offline" would be a lie beside the row that says it is back.
  if (row.type === TYPES.agentOffline && row.outageTo != null) return titles.wentOffline(name);
  return titles.types[type](name);
}

/** The same of what may be over by now: "Agent 4 went offline". */
export const pastTitleOf = (row: Titled, tools: TitleTools): string =>
  titleOf({ ...row, outageTo: row.key.ts }, tools);

/** The lighter part of a row: what kind of task, which suite, and the rest of additional_data in short. */
export function contextOf(row: Titled, { messages: { titles }, format }: TitleTools): string {
  const parts: string[] = [];
  const subject = parseSubject(row.subject);
  const add = (text: string | undefined): void => {
    if (text !== undefined && !parts.includes(text)) parts.push(text);
  };
  if (row.outageFrom !== null)
    add(titles.span(format.time(row.outageFrom / 1000), format.time(row.key.ts / 1000)));
  if (row.outageTo != null) add(titles.lasted(format.duration((row.outageTo - row.key.ts) / 1000)));
  add(field(row.data, 'task_type'));
  if (subject.kind !== 'suite') add(field(row.data, 'test_suite_name'));
  for (const extra of extras(row.data)) add(extra);
  if (parts.length === 0 && !(row.type in titles.types)) add(titles.severity(minus(row.severity)));
  return parts.join(' · ');
}

/** The documented keys of additional_data; only these make titles, the rest is context. */
const DOCUMENTED = ['test_agent_id', 'task_id', 'task_type', 'test_suite_id', 'test_suite_name'];

/** Up to two other short values: `packet_loss 34`; a name stands without its key. */
function extras(data: Json): string[] {
  return extraKeys(data).map((key) => {
    const value = field(data, key) ?? '';
    return key.endsWith('name') ? value : `${key} ${value}`;
  });
}

/** Of a key, and of its value. */
const MOST_LETTERS = 60;

function extraKeys(data: Json): string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const isShort = (key: string): boolean =>
    key.length <= MOST_LETTERS && (field(data, key)?.length ?? Infinity) <= MOST_LETTERS;
  return Object.keys(data)
    .filter((key) => !DOCUMENTED.includes(key) && isShort(key))
    .slice(0, 2);
}

/** The part of additional_data that titles and contexts are made of; the rest may be of any size. */
export function essence(data: Json): Json {
  if (!isRecord(data)) return null;
  const kept = [...DOCUMENTED.filter((key) => field(data, key) !== undefined), ...extraKeys(data as Json)];
  return Object.fromEntries(
    kept.map((key) => [key, typeof data[key] === 'number' ? data[key] : field(data as Json, key)!]),
  );
}

const minus = (n: number): string => String(n).replace('-', '−');

/** Good news that ended an outage looks recovered; it is a look, not a level. */
export function lookOf(row: Titled & { readonly level: Level }): Level | 'recovered' {
  return row.outageFrom !== null || row.type === TYPES.agentOnline ? 'recovered' : row.level;
}
