import type { Row } from './inbox';

/** Which spelling of "greater or equal" a server takes: the document lists `=>` and shows `>=`. */
export type Operators = 'both' | 'document' | 'examples';

export interface ListQuery {
  readonly matches: (row: Row) => boolean;
  /** False when every row matches, so that no row need be looked at. */
  readonly filtered: boolean;
  readonly oldestFirst: boolean;
}

/** `{"field": ["message"]}`, as Django REST Framework answers 400. */
type FieldErrors = Readonly<Record<string, readonly string[]>>;
type ParsedQuery = { readonly query: ListQuery } | { readonly errors: FieldErrors };

type Test = (row: Row) => boolean;
type Parsed = { readonly test: Test } | { readonly error: string };

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const COMPARISON = /^(<=|>=|=>|<|>)(-?\d+(?:\.\d+)?)$/;
const NOT_A_NUMBER = { error: 'Enter a number.' };

const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '=>': (left, right) => left >= right,
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
};

const wrongChoice = (value: string) => `Select a valid choice. ${value} is not one of the available choices.`;

function parseSeen(value: string): Parsed {
  if (value !== 'true' && value !== 'false') return { error: 'Must be a valid boolean.' };
  return { test: (row) => row.seen === (value === 'true') };
}

function parseSeverity(value: string, operators: Operators): Parsed {
  const comparison = COMPARISON.exec(value);
  if (comparison !== null) {
    const operator = comparison[1]!;
    const refused = operators === 'document' ? '>=' : operators === 'examples' ? '=>' : '';
    if (operator === refused) return NOT_A_NUMBER;
    const compare = COMPARE[operator]!;
    const bound = Number(comparison[2]);
    return { test: ({ severity }) => typeof severity === 'number' && compare(severity, bound) };
  }
  const parts = value.split('|');
  if (!parts.every((part) => NUMBER.test(part))) return NOT_A_NUMBER;
  const wanted = new Set<unknown>(parts.map(Number));
  return { test: (row) => wanted.has(row.severity) };
}

function parseType(value: string): Parsed {
  const parts = value.split('|');
  const wrong = parts.find((part) => !/^[1-8]$/.test(part));
  if (wrong !== undefined) return { error: wrongChoice(wrong) };
  const wanted = new Set<unknown>(parts.map(Number));
  return { test: (row) => wanted.has(row.type) };
}

/**
 * The filters of the document, joined by AND. As with Django, the last of several equal parameters counts,
 * an empty one is none, and unknown ones are passed over. Without `ordering`: newest first.
 */
export function parseListQuery(params: URLSearchParams, operators: Operators): ParsedQuery {
  const value = (name: string) => params.getAll(name).at(-1) ?? '';
  const parsers = {
    seen: parseSeen,
    severity: (text: string) => parseSeverity(text, operators),
    type: parseType,
  };
  const tests: Test[] = [];
  const errors: Record<string, readonly string[]> = {};
  for (const [name, parse] of Object.entries(parsers)) {
    if (value(name) === '') continue;
    const parsed = parse(value(name));
    if ('error' in parsed) errors[name] = [parsed.error];
    else tests.push(parsed.test);
  }
  const ordering = value('ordering');
  if (!['', 'timestamp', '-timestamp'].includes(ordering)) errors['ordering'] = [wrongChoice(ordering)];
  if (Object.keys(errors).length > 0) return { errors };
  const matches: Test = (row) => tests.every((test) => test(row));
  return { query: { matches, filtered: tests.length > 0, oldestFirst: ordering === 'timestamp' } };
}
