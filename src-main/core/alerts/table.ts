/** Pairs as they stand in a stored state: an array from JSON, or a table. */
export type Entries<Value> = Iterable<readonly [key: string, value: Value]>;

/**
 * A map in the order in which its entries were last set. It is forked for each call of the engine, and what it was
 * forked from stays as it was, without being copied: of a state of a thousand subjects one changes at a time.
 */
export interface Table<Value> extends Entries<Value> {
  readonly get: (key: string) => Value | undefined;
  /** Puts it at the end, also where it was there. */
  readonly set: (key: string, value: Value) => void;
  /** @returns whether it was there */
  readonly delete: (key: string) => boolean;
  readonly size: () => number;
  /** Without a list of them; `visit` must change nothing here. */
  readonly each: (visit: (value: Value, key: string) => void) => void;
  readonly keys: () => readonly string[];
  readonly values: () => readonly Value[];
  /** As they are when it begins. */
  readonly [Symbol.iterator]: () => ArrayIterator<readonly [key: string, value: Value]>;
  readonly toJSON: () => readonly (readonly [key: string, value: Value])[];
}

/** Entries that others may read too, and what is changed beside them. */
interface Layers<Value> extends Table<Value> {
  base: Map<string, Value>;
  /** `undefined`: deleted. Empty where the base is its own. */
  changes: Map<string, Value | undefined>;
  ownBase: boolean;
  ownChanges: boolean;
}

/** So many changes at least are kept beside what is shared; of a large table, its square root. */
const BESIDE = 24;

export function openTable<Value>(entries: Entries<Value>): Table<Value> {
  if (!isTable(entries)) return tableOf(new Map(entries), new Map());
  // From here on both read the same: neither may write there.
  entries.ownBase = false;
  entries.ownChanges = false;
  return tableOf(entries.base, entries.changes);
}

const isTable = <Value>(entries: Entries<Value>): entries is Layers<Value> =>
  (entries as Partial<Layers<Value>>).base !== undefined;

export function isEmpty(entries: Iterable<unknown>): boolean {
  for (const _ of entries) return false;
  return true;
}

/** One object with functions that all tables share: a dozen are made for each poll, and closures cost forty times as much. */
const tableOf = <Value>(
  base: Map<string, Value>,
  changes: Map<string, Value | undefined>,
): Layers<Value> => ({
  base,
  changes,
  ownBase: false,
  ownChanges: false,
  get: valueOf,
  set: write,
  delete: write,
  size: sizeOf,
  each,
  keys: keysOf,
  values: valuesOf,
  [Symbol.iterator]: iterate,
  toJSON: pairs,
});

function valueOf<Value>(this: Layers<Value>, key: string): Value | undefined {
  const { base, changes } = this;
  if (changes.size === 0) return base.get(key);
  const changed = changes.get(key);
  return changed !== undefined || changes.has(key) ? changed : base.get(key);
}

function write<Value>(this: Layers<Value>, key: string, value?: Value): boolean {
  const wasThere = this.get(key) !== undefined;
  if (!this.ownBase && this.changes.size >= Math.max(BESIDE, Math.sqrt(this.base.size))) {
    this.base = merged(this);
    this.changes = new Map();
    this.ownBase = true;
  }
  if (this.ownBase) {
    this.base.delete(key);
    if (value !== undefined) this.base.set(key, value);
    return wasThere;
  }
  if (!this.ownChanges) this.changes = new Map(this.changes);
  this.ownChanges = true;
  this.changes.delete(key);
  if (value !== undefined || this.base.has(key)) this.changes.set(key, value);
  return wasThere;
}

function merged<Value>({ base, changes }: Layers<Value>): Map<string, Value> {
  const all = new Map(base);
  for (const [key, value] of changes) {
    all.delete(key);
    if (value !== undefined) all.set(key, value);
  }
  return all;
}

function sizeOf<Value>(this: Layers<Value>): number {
  let size = this.base.size;
  for (const [key, value] of this.changes) size += Number(value !== undefined) - Number(this.base.has(key));
  return size;
}

function each<Value>(this: Layers<Value>, visit: (value: Value, key: string) => void): void {
  const { base, changes } = this;
  if (changes.size === 0) return base.forEach((value, key) => visit(value, key));
  base.forEach((value, key) => {
    if (!changes.has(key)) visit(value, key);
  });
  changes.forEach((value, key) => {
    if (value !== undefined) visit(value, key);
  });
}

function keysOf<Value>(this: Layers<Value>): string[] {
  const { base, changes } = this;
  if (changes.size === 0) return [...base.keys()];
  const keys: string[] = [];
  for (const key of base.keys()) if (!changes.has(key)) keys.push(key);
  for (const [key, value] of changes) if (value !== undefined) keys.push(key);
  return keys;
}

function valuesOf<Value>(this: Layers<Value>): Value[] {
  const { base, changes } = this;
  if (changes.size === 0) return [...base.values()];
  const values: Value[] = [];
  for (const [key, value] of base) if (!changes.has(key)) values.push(value);
  for (const value of changes.values()) if (value !== undefined) values.push(value);
  return values;
}

function pairs<Value>(this: Layers<Value>): (readonly [string, Value])[] {
  const { base, changes } = this;
  if (changes.size === 0) return [...base];
  const all: (readonly [string, Value])[] = [];
  for (const pair of base) if (!changes.has(pair[0])) all.push(pair);
  for (const [key, value] of changes) if (value !== undefined) all.push([key, value]);
  return all;
}

function iterate<Value>(this: Layers<Value>): ArrayIterator<readonly [string, Value]> {
  return this.toJSON()[Symbol.iterator]() as ArrayIterator<readonly [string, Value]>;
}
