import { expect, test } from 'vitest';
import { FATES, type AlertPreview } from '../../../../src-shared/alert-preview';
import { defaultPreferences, type Preferences } from '../../../../src-shared/preferences';
import { settingsOf } from '../../../../src-main/core/alerts/settings';
import type { PreviewQuestion } from '../../../../src-main/core/alerts-port';
import type { DbRow } from '../../../../src-main/store/inbox/db-row';
import { createPreviews } from '../../../../src-main/store/alerts/preview';
import { opened, T0, toldBy, type Item, type Opened } from '../opened';

const DAY = 86_400_000;
const until = T0 + DAY;

const question = (draft: Partial<Preferences> = {}, run = 1): PreviewQuestion => ({
  run,
  saved: settingsOf(defaultPreferences),
  draft: settingsOf({ ...defaultPreferences, ...draft }),
  since: until - 7 * DAY,
  until,
  pollMs: 30_000,
  zone: 'UTC',
});

type Done = Extract<AlertPreview, { state: 'done' }>;
function done(ask: (of: PreviewQuestion) => AlertPreview, of: PreviewQuestion): Done {
  for (;;) {
    const part = ask(of);
    if (part.state === 'done') return part;
    expect(part.state).toBe('counting');
  }
}
const preview = (store: Opened, draft?: Partial<Preferences>, run?: number): Done =>
  done(store.previewAlerts, question(draft, run));

/** Watched from the beginning: nothing was there before. */
function watched(items: readonly Item[]): Opened {
  const store = opened();
  store.apply([]);
  store.apply(items);
  return store;
}

const off = (id: number, second: number, more: Partial<Item> = {}): Item => ({ id, second, ...more });

test('the same items by other rules: fewer toasts, each item with its fate, each text rule with its matches', () => {
  const store = opened();
  store.apply([off(4, 3000), off(3, 2000, { data: { test_agent_id: 9 } }), off(2, 1000), off(1, 500)]);
  const { items, saved, draft, matches } = preview(store, {
    textRules: [
      { pattern: 'agent:9', rule: 'badge' },
      { pattern: 'test_agent', rule: 'toast' },
      { pattern: 'nowhere', rule: 'none' },
    ],
  });
  expect([items, saved.toasts, draft.toasts, draft.fates.badge]).toEqual([4, 4, 3, 1]);
  expect(matches).toEqual([1, 4, 0]);
});

test('a draft that changes nothing gives equal numbers, and they sum up', () => {
  const store = opened();
  store.apply([off(3, 3000), off(2, 2000, { type: 7, data: { test_agent_id: 1 } }), off(1, 1000)]);
  const same = preview(store);
  expect(same.draft).toEqual(same.saved);
  // As other objects, which are compared by what they say: both engines run.
  const both = preview(store, { holdDownSeconds: 31 }, 2);
  expect([both.saved, both.draft.toasts]).toEqual([same.saved, same.saved.toasts]);
  expect(FATES.reduce((all, fate) => all + same.draft.fates[fate], 0)).toBe(3);
});

test('what was older than the days, and what was seen when it came, is no toast', () => {
  const store = watched([off(2, 1000, { seen: true, type: 4, data: {} }), off(1, -7 * 86_400)]);
  expect(preview(store)).toMatchObject({ items: 1, saved: { toasts: 0, fates: { seen: 1 } } });
});

test('what was told and has been seen since counts as it came; so does what was there before Tocsin looked', () => {
  const store = watched([off(1, 1000)]);
  expect(toldBy(store)).toHaveLength(1);
  store.apply([off(1, 1000, { seen: true })]);
  expect(preview(store).saved).toMatchObject({ toasts: 1, fates: { seen: 0 } });
  const later = opened();
  later.apply([off(1, 1000, { seen: true })]);
  expect(preview(later).saved).toMatchObject({ toasts: 1, fates: { seen: 0 } });
});

test('rows of one stamp, and of two accounts with the same id, are met once each', () => {
  const store = opened();
  const many = Array.from({ length: 90 }, (_, n) => off(90 - n, 1000, { type: 5, data: {} }));
  store.apply(many);
  // One less: where reading goes on, it is between two of one id.
  store.apply(
    many.slice(1).map((one) => ({ ...one, type: 12 })),
    { account: 'b' },
  );
  store.apply([off(0, 999, { type: 12, data: {} })], { account: 'b' });
  const { items, draft } = preview(store, { toasts: { ...defaultPreferences.toasts, other: 'none' } });
  expect([items, draft.toasts, draft.fates.badge, draft.fates.none]).toEqual([180, 0, 90, 90]);
});

test('it changes nothing', () => {
  const store = watched([off(1, 1000)]);
  preview(store, { holdDownSeconds: 0 });
  expect(toldBy(store)).toHaveLength(1);
});

/** A table of so many rows, read as the store reads; each look at the clock is 3 ms later. */
function sliced(n: number) {
  const rows = Array.from(
    { length: n },
    (_, index): DbRow & { place: number; heard: number } =>
      ({
        account: 'a',
        id: String(index),
        ts: (T0 + index * 1000) * 1000,
        type: 5,
        severity: 1,
        level: 0,
        subject: 'suite:1',
        seen_server: 0,
        marked: 0,
        found_by: 'head',
        raw: '{}',
        place: index,
        heard: 0,
      }) as never,
  );
  let clock = 0;
  let reads = 0;
  const ask = createPreviews(
    (_, ts) => {
      reads += 1;
      const from = rows.findIndex((row) => row.ts > Number(ts));
      const first = clock === 0 && reads === 1 ? 0 : from < 0 ? n : from;
      return rows.slice(first, first + 40);
    },
    () => (clock += 3),
  );
  return { ask, reads: () => reads };
}

test('it reads a little at a time: no call keeps the thread for longer than its budget', () => {
  const { ask, reads } = sliced(1000);
  const parts: number[] = [];
  let calls = 0;
  for (;;) {
    const before = reads();
    const part = ask(question());
    calls += 1;
    // 10 ms at 3 ms a look.
    expect(reads() - before).toBeLessThanOrEqual(4);
    if (part.state === 'done') {
      expect(part.items).toBe(1000);
      break;
    }
    if (part.state === 'counting') parts.push(part.read);
  }
  expect(calls).toBe(7);
  expect(parts).toEqual([160, 320, 480, 640, 800, 960]);
});

test('a newer draft takes the place of the one that is being looked at', () => {
  const { ask } = sliced(1000);
  expect(ask(question({}, 5)).state).toBe('counting');
  expect(ask(question({}, 6)).state).toBe('counting');
  expect(ask(question({}, 5))).toEqual({ state: 'superseded' });
  expect(done(ask, question({}, 6)).items).toBeGreaterThan(0);
});
