import { isRecord, type Json } from './json';
import { TYPES } from './notification';

/**
 * What a notification is about: `agent:4`, `task:1557`, `suite:395`, or the item itself (docs/alerts.md, Words).
 * The API has only ids; a user may give a subject a name.
 */
export interface Subject {
  readonly kind: 'agent' | 'task' | 'suite' | 'item';
  readonly id: string;
}

export type SubjectNames = { readonly [accountAndSubject: string]: string };

export function subjectOf(type: number, data: Json, id: string): Subject {
  switch (type) {
    case TYPES.agentOnline:
    case TYPES.agentOffline:
      return named('agent', field(data, 'test_agent_id')) ?? { kind: 'item', id };
    case TYPES.taskStarted:
    case TYPES.taskSucceeded:
    case TYPES.taskFailed:
    case TYPES.thresholdExceeded:
      return named('task', field(data, 'task_id')) ?? { kind: 'item', id };
    case TYPES.suiteStarted:
    case TYPES.suiteFinished:
      return named('suite', field(data, 'test_suite_id')) ?? { kind: 'item', id };
    default:
      return { kind: 'item', id };
  }
}

const named = (kind: Subject['kind'], id: string | undefined): Subject | undefined =>
  id === undefined ? undefined : { kind, id };

export const subjectText = ({ kind, id }: Subject): string => `${kind}:${id}`;

export function parseSubject(text: string): Subject {
  const at = text.indexOf(':');
  const kind = text.slice(0, at);
  const id = text.slice(at + 1);
  return kind === 'agent' || kind === 'task' || kind === 'suite' ? { kind, id } : { kind: 'item', id };
}

/** `agent:4` as a word of a search: this one, and none whose number only begins so. */
export const isSubjectWord = (word: string): boolean => /^(?:agent|task|suite):\S+$/i.test(word);

/** The key of a subject's name in the preferences. */
export const nameKey = (account: string, subject: Subject): string => `${account}/${subjectText(subject)}`;

/** The user's own name of a subject, if there is one. Every title goes through here. */
export function nameOf(names: SubjectNames, account: string, subject: Subject): string | undefined {
  return names[nameKey(account, subject)];
}

/**
 * SQLite gives it back as it is put in: bound as text it ends at a NUL, and half of a surrogate pair, also one that was cut
 * in two, comes back as U+FFFD.
 */
export const storable = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');

/** One of the documented keys of additional_data as text; numbers and short texts only. */
export function field(data: Json, key: string): string | undefined {
  if (!isRecord(data)) return undefined;
  const value = data[key];
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? storable(value.trim().slice(0, 200)) : '';
  return text === '' ? undefined : text;
}
