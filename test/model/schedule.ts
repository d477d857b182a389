import fc from 'fast-check';

/** What a schedule is run against. */
export interface Config {
  /** The server's largest page, `null`: as asked for. */
  readonly clamp: number | null;
  /** It gives a `next`; else only `count` tells that there is more. */
  readonly nexts: boolean;
  /** Rows that `count` has too many, for ever. */
  readonly extra: number;
  /** Rows of equal stamps keep their order between requests. */
  readonly stable: boolean;
  /** The server sends `Date`. */
  readonly date: boolean;
  /** Rows may have stamps of the future. */
  readonly future: boolean;
  /** The server's clock minus ours, ms. */
  readonly skew: number;
  /** Rows there before the first look, so many of them of one stamp, of so long ago (ms). */
  readonly initial: number;
  readonly tied: number;
  readonly age: number;
  /** Around the requests of the very first poll, and kill -9 at its so-manieth thing; `null`: none. */
  readonly first: readonly RequestEvent[];
  readonly dies: number | null;
}

/** Something that others do to the server's list. */
export type Change =
  | {
      readonly kind: 'insert';
      readonly n: number;
      readonly at: 'now' | 'micro' | 'same' | 'future' | 'late' | 'hidden';
      /** ms. */
      readonly late: number;
      readonly seen: boolean;
    }
  | { readonly kind: 'delete'; readonly n: number; readonly at: number; readonly oldest: boolean }
  | { readonly kind: 'flip'; readonly at: number; readonly seen: boolean }
  | { readonly kind: 'backup' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'clamp'; readonly to: number | null };

/** What happens around one request. */
export type RequestEvent =
  | { readonly kind: 'none' }
  /** `counted`: after `count` and `next` were made, before the rows. */
  | { readonly kind: 'before'; readonly change: Change; readonly counted: boolean }
  | { readonly kind: 'after'; readonly change: Change }
  /** A link to a new one is followed while the page is on its way. */
  | { readonly kind: 'link' }
  /** The server forgets the order that was asked for. */
  | { readonly kind: 'unordered' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'answer lost' }
  | { readonly kind: 'status'; readonly status: number };

export type Step =
  | { readonly do: 'change'; readonly change: Change }
  /** Time passes, with a poll in it. */
  | { readonly do: 'poll'; readonly events: readonly RequestEvent[] }
  | { readonly do: 'mark'; readonly at: readonly number[] }
  | { readonly do: 'undo' }
  | { readonly do: 'mark all'; readonly events: readonly RequestEvent[] }
  | { readonly do: 'open'; readonly at: number }
  /** Retention: only so many of the newest are kept here, and what is unseen or on its way. */
  | { readonly do: 'retain'; readonly keep: number }
  /** kill -9 before or after the effect of the so-manieth thing that the app does from now on. */
  | { readonly do: 'crash'; readonly after: number; readonly done: boolean }
  | { readonly do: 'restart' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'clock'; readonly ms: number };

export interface Schedule {
  readonly config: Config;
  readonly steps: readonly Step[];
}

/** Longer than any lag that can be learned would be no fault of the app's. */
export const LATE = { within: 19_500, beyond: 1_500_000 };

/** @param beyond whether rows may come later than the lag at first allows, and lists be restored: what only steps 3 and 4 find */
export function schedules(beyond: boolean): fc.Arbitrary<Schedule> {
  const late = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: LATE.within }) },
    { weight: beyond ? 1 : 0, arbitrary: fc.integer({ min: LATE.within, max: LATE.beyond }) },
  );
  const clamp = fc.constantFrom(null, null, null, 2, 3, 4, 5, 5, 6, 7, 8);
  const change: fc.Arbitrary<Change> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('insert' as const),
        n: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 12 })),
        at: fc.constantFrom('now', 'now', 'micro', 'same', 'future', 'late', 'hidden'),
        late,
        seen: fc.nat(7).map((n) => n === 0),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('delete' as const),
        n: fc.integer({ min: 1, max: 12 }),
        at: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(40)),
        oldest: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('flip' as const), at: fc.nat(40), seen: fc.boolean() }),
    },
    { weight: 1, arbitrary: clamp.map((to) => ({ kind: 'clamp', to }) as const) },
    {
      weight: beyond ? 1 : 0,
      arbitrary: fc.constantFrom({ kind: 'backup' } as const, { kind: 'restore' } as const),
    },
  );
  const event: fc.Arbitrary<RequestEvent> = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: 'none' as const }) },
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('before' as const), change, counted: fc.boolean() }),
    },
    { weight: 3, arbitrary: change.map((one) => ({ kind: 'after', change: one }) as const) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'link' } as const, { kind: 'unordered' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'lost' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'answer lost' as const }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(500, 503, 404, 403, 401, 429)
        .map((status) => ({ kind: 'status', status }) as const),
    },
  );
  const events = fc.array(event, { maxLength: 8 });
  const poll = { do: 'poll' as const };
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 10, arbitrary: change.map((one) => ({ do: 'change', change: one }) as const) },
    { weight: 12, arbitrary: events.map((given) => ({ ...poll, events: given })) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('mark' as const),
        at: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
    { weight: 1, arbitrary: events.map((given) => ({ do: 'mark all', events: given }) as const) },
    { weight: 1, arbitrary: fc.nat(20).map((at) => ({ do: 'open', at }) as const) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat(30), done: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.nat(12).map((keep) => ({ do: 'retain', keep }) as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(1000, 9000, 61_000, 400_000).map((ms) => ({ do: 'wait', ms }) as const),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(-86_400_000, 86_400_000).map((ms) => ({ do: 'clock', ms }) as const),
    },
  );
  // Without `Date` the first page is the only clock, and it must not lie in the future.
  const clocks = fc.constantFrom(
    { date: true, future: true },
    { date: true, future: false },
    { date: false, future: false },
  );
  // A `next` where nothing is below would be another fault than a wrong `count`.
  const tells = fc.constantFrom(
    ...Array.from({ length: 6 }, () => ({ nexts: true, extra: 0 })),
    { nexts: false, extra: 0 },
    { nexts: false, extra: 4 },
  );
  const config = fc
    .record({
      clamp,
      tells,
      stable: fc.boolean(),
      skew: fc.constantFrom(0, 0, 86_400_000, -3_600_000),
      initial: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 40 })),
      tied: fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 10 })),
      age: fc.constantFrom(0, 3_600_000),
      first: fc.oneof(fc.constant([]), events),
      dies: fc.option(fc.nat(40), { freq: 1 }),
      clocks,
    })
    .map(({ clocks: one, tells: more, ...rest }) => ({ ...rest, ...one, ...more }));
  return fc.record({ config, steps: fc.array(step, { minLength: 4, maxLength: 16 }) });
}
