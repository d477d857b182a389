import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsOf } from '../../../support/words';
import { keyText, type NotificationKey } from '../../../../src-shared/notification';
import { CRITICAL, DAY, DAY_ITEMS, stormDay, type Timed } from '../../../../src-main/demo/storm-day';
import type { Bubble } from '../../../../src-main/core/alerts/decision';
import { toastView } from '../../../../src-main/core/telling/toast-view';
import { byTitle, dayTable, printed } from '../../../day/table.mjs';
import { createWorld, SEVERE, T0, wordsFor } from './world';

const MINUTE = 60;

/** The day, played once: a client that is asleep, without network, in quiet hours and silences, and a user who touches nothing. */
function play() {
  const items = stormDay();
  const { quiet, asleep, noNetwork, silenced, dull } = DAY;
  const world = createWorld({
    jsonEvery: 10,
    settings: {
      quietHours: [{ days: [1], from: quiet.from / MINUTE, to: quiet.to / MINUTE }],
      textRules: [{ pattern: dull, rule: 'badge' }],
    },
  });
  const keys = items.map(
    ({ at, type, severity, additional_data, seen }) =>
      world.add({
        at,
        type,
        severity: severity === CRITICAL ? SEVERE : severity,
        seen,
        data: additional_data as never,
      })[0]!,
  );
  world.at(asleep.from, () => world.sleep());
  world.at(asleep.to, () => world.wake(asleep.from));
  world.at(noNetwork.from, () => world.fail(true));
  world.at(noNetwork.to, () => world.fail(false));
  const what = { by: 'subject', account: 'lab', subject: `agent:${silenced.agent}` } as const;
  world.at(silenced.from, () =>
    world.set({ silences: [{ id: 's1', what, until: T0 + silenced.to * 1000 }] }),
  );
  world.run(24 * 3600 + 60);
  return { world, items, keys };
}

const { world, items, keys } = play();
const shown = world.decisions.flatMap(({ second, decision }) =>
  decision.kind === 'silent-feed' ? [] : [{ second, decision }],
);
const bubbles = world.decisions.flatMap(({ decision }) =>
  decision.kind === 'silent-feed' ? [] : [decision],
);
const toasts = world.decisions.filter(({ decision }) => decision.kind === 'silent-feed' || !decision.update);

/** By item: the bubble that told it first, and how many told it anew (a change in place of one that did is no telling). */
const firstTelling = new Map<string, (typeof shown)[number]>();
const tellings = new Map<string, number>();
const lastTag = new Map<string, string>();
for (const one of shown) {
  const { tag, tells, kind, first } = one.decision;
  for (const text of tells.map(keyText)) {
    if (!firstTelling.has(text)) firstTelling.set(text, one);
    // A summary takes over bubbles that stand, and grows; the end of an outage takes its outage with it.
    const takes = kind === 'storm' || kind === 'storm-end' || first.outageFrom !== null;
    const isAgain = lastTag.get(text) === tag || (lastTag.has(text) && takes);
    if (!isAgain) tellings.set(text, (tellings.get(text) ?? 0) + 1);
    lastTag.set(text, tag);
  }
}

test('it has what docs/alerts.md asks of it', () => {
  expect(items).toHaveLength(DAY_ITEMS);
  expect(stormDay()).toEqual(items);
  const offline = items.filter(({ type }) => type === 8);
  expect(offline.length).toBeGreaterThan(400 + 34 + 60);
  const ofStorm = (from: number): number =>
    offline.filter(({ at }) => at >= from && at < from + 40).filter((one) => agentOf(one) <= 200).length;
  expect([ofStorm(10 * 3600), ofStorm(15 * 3600)]).toEqual([200, 200]);
  for (const { from, to } of [DAY.quiet, DAY.asleep, DAY.noNetwork])
    expect(
      items.some(({ at, type, additional_data: data }) => type === 8 && at > from && at < to && data),
    ).toBe(true);
});

const agentOf = ({ additional_data: data }: Timed): number =>
  (data as { test_agent_id?: number } | null)?.test_agent_id ?? 0;

/** Outages by the items alone: each with its end, if the day has one. */
const outages = items.flatMap((item, index) => {
  if (item.type !== 8 && item.type !== 3) return [];
  const id = JSON.stringify(item.additional_data);
  const end = items.findIndex(
    (one, at) => at > index && one.type === item.type - 1 && JSON.stringify(one.additional_data) === id,
  );
  return [{ item, key: keys[index]!, end: end < 0 ? null : { item: items[end]!, key: keys[end]! } }];
});
const wasTold = (key: NotificationKey): boolean => tellings.has(keyText(key));

test('no critical outage is untold', () => {
  const critical = outages.filter(({ item }) => item.severity === CRITICAL);
  expect(critical.length).toBeGreaterThanOrEqual(6);
  expect(critical.filter(({ key }) => !wasTold(key)).map(({ item }) => item)).toEqual([]);
});

test('nothing is told twice', () => {
  expect([...tellings].filter(([, times]) => times > 1)).toEqual([]);
});

test('a recovery is told exactly when its outage was', () => {
  const flapping = new Set([301, 302, 303]);
  const steady = outages.filter(({ item }) => !flapping.has(agentOf(item)));
  const wrong = steady.filter(({ key, end }) => {
    if (end === null) return false;
    const { second, decision } = tellingOf(key) ?? {};
    // Counted in a digest as over already: there is nothing left to tell.
    const asOver = decision && isDigest(decision) && (T0 + second! * 1000) * 1000 > end.key.ts;
    return !asOver && (decision !== undefined) !== wasTold(end.key);
  });
  expect(wrong.map(({ item }) => item)).toEqual([]);
  expect(steady.filter(({ end }) => end && wasTold(end.key)).length).toBeGreaterThan(430);
});
const tellingOf = (key: NotificationKey): (typeof shown)[number] | undefined =>
  firstTelling.get(keyText(key));
const isDigest = ({ kind }: Bubble): boolean => ['quiet', 'away', 'silenced', 'paused'].includes(kind);

test('what flapped says so once, and then in what state it came to rest', () => {
  const of = (agent: number): string[] =>
    bubbles.filter(({ first }) => first.subject === `agent:${agent}`).map((bubble) => wordsFor(bubble));
  expect(of(301)).toContain('flapping: Agent 301 is offline');
  expect(of(301).at(-1)).toBe('rest: Agent 301 is online');
  expect(of(303).slice(-2)).toEqual([
    'rest: Agent 303 is offline',
    expect.stringMatching(/^~Agent 303 was offline for /),
  ]);
});

test('every item has a verdict, and every one that was not told says why', () => {
  const none = keys.filter((key) => world.verdictsOf(key).length === 0);
  expect(none).toEqual([]);
});

test('at most 60 toasts; the table', () => {
  const rows = dayTable({
    items: items.length,
    toasts: toasts.length + world.lostAt.length,
    changes: bubbles.filter(({ update }) => update).length,
    verdicts: keys.map((key) => world.verdictsOf(key)),
  });
  const byKind = new Map<string, number>();
  for (const { decision } of toasts) byKind.set(decision.kind, (byKind.get(decision.kind) ?? 0) + 1);
  expect(world.lostAt).toHaveLength(1);
  const kinds = [...byKind].map(([kind, n]) => `${n} ${kind}`).join(', ');
  console.log(
    [
      `A day of ${items.length} items, polled every 30 s`,
      ...printed(rows),
      `         toasts by kind: ${kinds}, ${world.lostAt.length} not watching`,
    ].join('\n'),
  );
  expect(toasts.length + world.lostAt.length).toBeLessThanOrEqual(60);
  const file = process.env['TOCSIN_DAY_FILE']; // `npm run test:day -- --app` compares with it
  if (file)
    writeFileSync(
      file,
      JSON.stringify({ rows, ...titles(), verdicts: keys.map((key) => world.verdictsOf(key)) }),
    );
});

/** What was shown anew and what changed in its place, by title; the watchdog's own bubble is none of the engine's. */
function titles() {
  const words = wordsOf('en', 'UTC');
  const of = (update: boolean) =>
    byTitle(
      bubbles.filter((one) => one.update === update).map((one) => toastView(one, words, {}, 'Lab', T0).title),
    );
  return { fresh: [...of(false), ['Not watching Lab', world.lostAt.length]], changed: of(true) };
}
