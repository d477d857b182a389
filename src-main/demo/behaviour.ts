import type { Operators } from './query';

/** How this server differs from others of its kind, until told otherwise (`POST /control/behaviour`). */
export interface Behaviour {
  /** Words taken before the token. The document names none; such servers know Token, Bearer and JWT. */
  readonly schemes: readonly string[];
  readonly operators: Operators;
  /** The origin in `next`, as a server behind a proxy has it (`http://internal:8000`); null: the request's own. */
  readonly nextOrigin: string | null;
  /** Seconds that the `Date` header is ahead; null: no such header. */
  readonly dateSkewSeconds: number | null;
}

export const defaultBehaviour: Behaviour = {
  schemes: ['Token', 'Bearer'],
  operators: 'both',
  nextOrigin: null,
  dateSkewSeconds: 0,
};

const isOrigin = (value: unknown) => value === null || (typeof value === 'string' && URL.canParse(value));
const checks: Readonly<Record<keyof Behaviour, (value: unknown) => boolean>> = {
  schemes: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string'),
  operators: (value) => value === 'both' || value === 'document' || value === 'examples',
  nextOrigin: isOrigin,
  dateSkewSeconds: (value) => value === null || typeof value === 'number',
};

/** A change that fits, or the name of the first field that doesn't. */
export function checkBehaviour(change: Readonly<Record<string, unknown>>): string | Partial<Behaviour> {
  const known: Readonly<Record<string, ((value: unknown) => boolean) | undefined>> = checks;
  const wrong = Object.entries(change).find(([name, value]) => known[name]?.(value) !== true);
  return wrong === undefined ? (change as Partial<Behaviour>) : wrong[0];
}
