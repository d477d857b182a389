import { fold } from '../../../src-shared/search';
import { parseSubject, type Subject, type SubjectNames } from '../../../src-shared/subject';

/** A name that the user gave. */
export interface GivenName {
  /** `ACCOUNT/agent:4` */
  readonly key: string;
  readonly account: string;
  readonly subject: Subject;
  readonly name: string;
}

/** All of them, by name; digits in their order: "Link 2" before "Link 10". */
export function givenNames(names: SubjectNames, language: string): readonly GivenName[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return Object.entries(names)
    .map(([key, name]) => {
      const at = key.indexOf('/');
      return { key, account: key.slice(0, at), subject: parseSubject(key.slice(at + 1)), name };
    })
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.key, b.key));
}

/** Those in whose name, number or account every word of the query stands, case and marks aside. */
export function filterNames(
  given: readonly GivenName[],
  query: string,
  whatOf: (one: GivenName) => string,
): readonly GivenName[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return given.filter((one) => {
    const text = fold(`${one.name} ${whatOf(one)}`);
    return words.every((word) => text.includes(word));
  });
}

/** A subject's number as it is typed: `4`, `agent:4` is not one. @returns `undefined`: it cannot be one */
export function readNumber(typed: string): string | undefined {
  const text = typed.trim();
  return /^\d{1,20}$/.test(text) ? text.replace(/^0+(?=\d)/, '') : undefined;
}
