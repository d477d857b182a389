import { isRecord, type Json } from './json';
import { KNOWN_TYPES } from './notification';
import { isSubjectWord, nameKey, parseSubject, type SubjectNames } from './subject';

/**
 * One word of a search. A row fits where its text holds the word, or its type's words in any of our languages do, or
 * the person's own name of its subject. Plain data: it crosses to the database thread.
 */
export interface SearchTerm {
  /** Folded. */
  readonly word: string;
  readonly types: readonly number[];
  /** `ACCOUNT/agent:4`: the keys of names that hold the word. */
  readonly subjects: readonly string[];
}

/** What of a row can be searched. */
export interface Searched {
  readonly account: string;
  readonly id: string;
  readonly type: number;
  readonly subject: string;
  readonly data: Json;
}

/** Letters that Unicode does not take apart into a plain one and its mark. */
const PLAIN: { readonly [letter: string]: string } = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * Without case and marks: “ŁÓDŹ”, “łódź” and “lodz” are one word, and ș with a comma is ş with a cedilla. People type
 * what their keyboard has.
 */
export function fold(text: string): string {
  // Most texts of servers are plain; taking Unicode apart costs ten times as much.
  // oxlint-disable-next-line no-control-regex
  if (/^[\x01-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('\0', ' ') // the index would end there
    .toLowerCase()
    .replace(/[łđøßæœı]/g, (letter) => PLAIN[letter]!);
}

/** Keys and values of `additional_data`, the number and the subject, folded. */
export function searchText({ id, subject, data }: Omit<Searched, 'account' | 'type'>): string {
  const parts = [id, subject];
  collect(data, parts);
  return fold(parts.join(' '));
}

/** Depth is bounded where items are read (security.md). */
function collect(value: Json, parts: string[]): void {
  if (value === null) return;
  if (Array.isArray(value)) for (const one of value as readonly Json[]) collect(one, parts);
  else if (isRecord(value))
    for (const [key, inner] of Object.entries(value)) {
      parts.push(key);
      collect(inner as Json, parts);
    }
  else if (typeof value !== 'object') parts.push(String(value));
}

/** @param typeWords what is said of a type in our languages (`messages/type-words.ts`) */
export function searchTerms(
  text: string | undefined,
  names: SubjectNames = {},
  typeWords: (type: number) => string = () => '',
): readonly SearchTerm[] {
  return fold(text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({
      word,
      types: KNOWN_TYPES.filter((type) => typeWords(type).includes(word)),
      subjects: Object.entries(names).flatMap(([key, name]) => (fold(name).includes(word) ? [key] : [])),
    }));
}

/** Every word, in any case. */
export function fits(row: Searched, terms: readonly SearchTerm[]): boolean {
  if (terms.length === 0) return true;
  const text = searchText(row);
  return terms.every(
    ({ word, types, subjects }) =>
      (isSubjectWord(word) ? fold(row.subject) === word : text.includes(word)) ||
      types.includes(row.type) ||
      (subjects.length > 0 && subjects.includes(nameKey(row.account, parseSubject(row.subject)))),
  );
}
