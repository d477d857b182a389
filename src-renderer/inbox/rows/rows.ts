import { createStore } from 'zustand/vanilla';
import type { Failure } from '../../../src-shared/app-error';
import type { Page, Row } from '../../../src-shared/inbox';
import type { NotificationKey } from '../../../src-shared/notification';
import { locate } from './locate';
import { PAGE, pagesOf, type Range } from './pages';
import type { Source } from './source';
import { arrivals, touchRows } from './touch-rows';

/** Chrome caps an element at 33.5 million px: at 34 px a list ends near row 986,000 (dependencies.md). */
export const MOST = 900_000;

/** What the list draws. All pages are of one moment: an index is exactly an offset of it. */
export interface Shown {
  /** Whose rows these are; while another source is asked, its predecessor's stay. */
  readonly source: Source | null;
  /** Rows that the view has; `MOST` of them are shown. */
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  readonly revision: number;
  /** When it was read, in wall ms. */
  readonly at: number;
  /** Arrivals above `below`: they wait there, so that no row slides under the pointer. */
  readonly waiting: number;
  /** The first row when the top of the list was last looked at. */
  readonly below: NotificationKey | null;
  /** The row of this index is now that index: the list keeps it where it stands on screen. */
  readonly moved: { readonly from: number; readonly to: number } | null;
  readonly failure: Failure | null;
}

const NOTHING: Shown = {
  source: null,
  total: 0,
  pages: new Map(),
  revision: -1,
  at: 0,
  waiting: 0,
  below: null,
  moved: null,
  failure: null,
};

/** What the list draws where its first page is known already. */
export const firstShown = (source: Source, { rows, total, revision }: Page): Shown => ({
  ...NOTHING,
  source,
  total,
  pages: new Map([[0, rows]]),
  revision,
  at: Date.now(),
  below: rows[0]?.key ?? null,
});

export type Rows = ReturnType<typeof createRows>;
export const rowAt = ({ pages }: Shown, index: number): Row | undefined =>
  pages.get(Math.floor(index / PAGE))?.[index % PAGE];

/**
 * Pulls rows as they are looked at, one step at a time. While the list is held (scrolled, hovered, selected), rows
 * keep their places: what they say is brought up to date, and arrivals are counted. Otherwise the list follows.
 * @param first shown until more is asked for
 */
export function createRows(first: Shown = NOTHING) {
  const store = createStore<Shown>(() => first);
  let source: Source | null = null;
  let range: Range = { first: 0, last: PAGE / 2 };
  let revision = 0;
  let held = false;
  let force = false;
  let touched: { readonly revision: number; readonly range: Range } | null = null;
  let anchor: () => number | null = () => null;
  let busy = false;
  let again = false;

  /** Every change of what is wanted ends here; steps never overlap. */
  async function run(): Promise<void> {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await step();
      }
    } finally {
      busy = false;
    }
  }

  async function step(): Promise<void> {
    const shown = store.getState();
    if (!source) return;
    if (shown.source !== source || force) return load(source, pagesOf(range));
    const stale = revision > shown.revision;
    if (stale && !held) return load(source, pagesOf(range));
    const missing = pagesOf(range).filter((n) => !shown.pages.has(n) && n * PAGE < shown.total);
    if (missing.length > 0) return stale ? follow(source) : fill(source, missing);
    if (stale && !isTouched()) await touch(source);
  }

  const isTouched = (): boolean =>
    touched?.revision === revision && touched.range.first <= range.first && touched.range.last >= range.last;

  /**
   * Pages of now, in place of what is shown. The first page comes along: arrivals are counted on it, where the person
   * looks elsewhere than at the top.
   */
  async function load(
    from: Source,
    numbers: readonly number[],
    place: 'top' | 'elsewhere' = 'top',
    moved: Shown['moved'] = null,
  ): Promise<void> {
    const before = store.getState();
    const asked = revision;
    const wanted = [...new Set([0, ...numbers])];
    const answers = await Promise.all(wanted.map((n) => from.ask(n * PAGE, PAGE)));
    if (from !== source) return void (again = true);
    force = false;
    const pages = new Map<number, readonly Row[]>();
    for (const [i, answer] of answers.entries()) {
      if (!answer.ok) return failed(from, asked, answer.failure);
      pages.set(wanted[i]!, answer.value.rows);
    }
    const first = answers[0]!;
    if (!first.ok) return;
    const { total, rows } = first.value;
    revision = Math.max(asked, first.value.revision, revision);
    const below = place === 'top' ? (rows[0]?.key ?? null) : before.below;
    const waiting = place === 'elsewhere' ? arrivals(from, below, before.total, rows, total) : 0;
    const now = Math.max(asked, first.value.revision);
    const at = Date.now();
    store.setState({ source: from, total, pages, revision: now, at, waiting, below, moved, failure: null });
  }

  /** What another source showed is not what this one has. */
  function failed(from: Source, asked: number, failure: Failure): void {
    const same = store.getState().source === from;
    store.setState({ source: from, revision: asked, failure, ...(!same && { pages: new Map(), total: 0 }) });
  }

  /** More pages of the same moment; where the moment has passed, the list follows the row that is looked at. */
  async function fill(from: Source, numbers: readonly number[]): Promise<void> {
    const answers = await Promise.all(numbers.map((n) => from.ask(n * PAGE, PAGE)));
    const shown = store.getState();
    if (from !== source) return void (again = true);
    const pages = new Map(shown.pages);
    let { total } = shown;
    for (const [i, answer] of answers.entries()) {
      if (!answer.ok) return store.setState({ failure: answer.failure });
      if (answer.value.revision > shown.revision) {
        revision = Math.max(revision, answer.value.revision);
        again = true;
        return;
      }
      pages.set(numbers[i]!, answer.value.rows);
      total = answer.value.total; // a search finds more as one goes down its list
    }
    store.setState({ total, pages, moved: null, failure: null });
  }

  /** Everything of now, with one row kept where it is on screen. */
  async function follow(from: Source): Promise<void> {
    const shown = store.getState();
    const index = anchor() ?? range.first;
    const row = rowAt(shown, index);
    const found = row && (await locate(from, row.key, index));
    if (from !== source) return void (again = true);
    if (found === undefined) return load(from, pagesOf(range), 'elsewhere');
    const by = found - index;
    range = { first: Math.max(0, range.first + by), last: Math.max(0, range.last + by) };
    await load(from, pagesOf(range), 'elsewhere', { from: index, to: found });
  }

  /** Rows in sight say what is so now, and stay where they are. */
  async function touch(from: Source): Promise<void> {
    const asked = { revision, range };
    const next = await touchRows(from, store.getState(), range);
    if (from !== source) return void (again = true);
    touched = asked;
    if (next) store.setState({ ...next, moved: null });
  }

  return {
    store,
    show(next: Source): void {
      if (next.id === source?.id) return;
      source = next;
      range = { first: 0, last: range.last - range.first };
      touched = null;
      void run();
    },
    /** The rows in sight. */
    want(next: Range): void {
      range = next;
      void run();
    },
    revise(next: number): void {
      revision = Math.max(revision, next);
      void run();
    },
    hold(next: boolean): void {
      if (next === held) return;
      held = next;
      if (!held) void run();
    },
    /** Everything anew, whatever is held. */
    refresh(): void {
      force = true;
      void run();
    },
    /** The top of the list is looked at: what has come in is no longer waiting. */
    atTop(): void {
      const shown = store.getState();
      const below = shown.pages.get(0)?.[0]?.key ?? null;
      if (shown.waiting === 0 || below === shown.below) return;
      touched = null;
      store.setState({ below, waiting: 0, moved: null });
      void run();
    },
    /** Which row must not move, where the list has to. */
    anchorBy(next: () => number | null): void {
      anchor = next;
    },
  };
}
