// "Mistakes that the tests must catch" (sync.md): each a change of the real engine that must turn the checker red.
// `whole`: with steps 3 and 4 of a poll, which mask some of them; without, where not said. `scenario`: by which schedules
// it is found, if not by whatever comes.

/** @typedef {import('./bundle.mjs').Patch} Patch */
/** @typedef {{ readonly name: string, readonly whole?: boolean, readonly scenario?: import('./scenarios.ts').Scenario, readonly patches: readonly Patch[] }} Mutant */

const head = 'src-main/core/sync/head.ts';
const history = 'src-main/core/sync/history.ts';
const walk = 'src-main/core/sync/walk.ts';
const poll = 'src-main/core/sync/poll.ts';
const poller = 'src-main/core/watching/poller.ts';
const pages = 'src-main/store/pages/pages.ts';
const truth = 'src-main/store/pages/page-truth.ts';
const alerts = 'src-main/store/alerts/alerts.ts';

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  {
    name: 'paging over ?seen=false',
    patches: [
      {
        file: 'src-main/core/sync/ask-pages.ts',
        find: "NEWEST = { ordering: '-timestamp' }",
        put: "NEWEST = { seen: 'false', ordering: '-timestamp' }",
      },
    ],
  },
  {
    name: 'taking only the first page',
    patches: [
      { file: head, find: '!baselineSet || (lastTs !== null &&', put: 'true || (lastTs !== null &&' },
    ],
  },
  {
    name: 'stopping at the first known id',
    patches: [
      {
        file: head,
        find: 'done: ({ lastTs }) => !baselineSet ||',
        put: 'done: ({ lastTs, meetsKnown }) => !baselineSet || meetsKnown ||',
      },
      {
        file: pages,
        find: 'facts: claimed.shrunk ? { ...facts, unsure: true } : facts,',
        put: 'facts: { ...facts, unsure: facts.unsure || claimed.shrunk, meetsKnown },',
      },
      {
        file: pages,
        find: 'const late = createLate(sync, message);',
        put: 'const late = createLate(sync, message); const meetsKnown = page.rows.some((row) => meeting.known.find(row));',
      },
    ],
  },
  {
    name: 'no stitch check',
    patches: [{ file: pages, find: 'const ok = above === null ||', put: 'const ok = true ||' }],
  },
  { name: 'no step back', patches: [{ file: walk, find: 'if (!facts.ok) {', put: 'if (false) {' }] },
  {
    name: 'no larger limit',
    scenario: 'ties',
    patches: [
      { file: walk, find: 'limit < most && facts.effectiveLimit', put: 'false && facts.effectiveLimit' },
    ],
  },
  {
    name: 'LAG = 0',
    patches: [{ file: 'src-main/core/sync/lag.ts', find: 'FIRST_LAG = 20_000_000', put: 'FIRST_LAG = 0' }],
  },
  {
    name: 'ignoring equal timestamps',
    scenario: 'ties',
    patches: [
      { file: walk, find: 'length - facts.tieAtEnd - OVERLAP', put: 'length - OVERLAP' },
      { file: pages, find: 'page.firstTs > above', put: 'page.firstTs >= above' },
    ],
  },
  {
    name: 'milliseconds for microseconds',
    patches: [
      {
        file: 'src-shared/timestamp.ts',
        find: "fraction.slice(0, 6).padEnd(6, '0')",
        put: "fraction.slice(0, 3).padEnd(6, '0')",
      },
      {
        file: 'src-shared/timestamp.ts',
        find: '+ digits(text, 20, 26)',
        put: '+ digits(text, 20, 23) * 1000',
      },
    ],
  },
  {
    name: 'trusting next: null on a full page',
    patches: [{ file: pages, find: 'length < effectiveLimit && !page.hasNext', put: '!page.hasNext' }],
  },
  {
    name: 'a short page as the end under a clamp',
    patches: [
      { file: pages, find: 'length < effectiveLimit && !page.hasNext && !denied', put: 'length < limit' },
    ],
  },
  {
    name: 'no next as the end where count says more',
    patches: [{ file: pages, find: '&& !page.hasNext && !denied', put: '&& !page.hasNext' }],
  },
  {
    name: 'a count too high as no end at all',
    whole: true,
    patches: [{ file: pages, find: 'const isBottom = length < longest', put: 'const isBottom = false' }],
  },
  {
    name: 'an empty page as the end',
    scenario: 'deleted pages',
    patches: [
      { file: pages, find: '(length === 0 && offset === 0)', put: 'length === 0' },
      { file: walk, find: 'if (!facts.ok) {', put: 'if (!facts.ok && !facts.end) {' },
    ],
  },
  {
    name: 'no truth at either end',
    whole: true,
    patches: [
      { file: truth, find: 'offset === 0 ? Number.MAX_SAFE_INTEGER : facts.firstTs', put: 'facts.firstTs' },
      { file: truth, find: '? Number.MIN_SAFE_INTEGER : facts.lastTs', put: '? facts.lastTs : facts.lastTs' },
    ],
  },
  {
    name: 'no known_seq',
    patches: [{ file: truth, find: 'AND known_seq <= ?', put: 'AND (known_seq <= ? OR 1)' }],
  },
  {
    name: 'no order check',
    patches: [{ file: pages, find: "if (page.rising && walk !== 'asked')", put: 'if (false)' }],
  },
  {
    name: 'resuming history by offset',
    scenario: 'history',
    patches: [{ file: history, find: 'above: cursor,', put: 'above: null,' }],
  },
  {
    name: 'POST mark-all without the second walk',
    patches: [
      {
        file: poller,
        find: 'await poll.head(stopping.signal);\n          await settleMarkAll(stopping.signal);',
        put: 'await store.endMarkAll(account, clock.now());',
      },
    ],
  },
  {
    name: '404 deletes a mark',
    patches: [
      {
        file: 'src-main/core/sync/outbox.ts',
        find: "? { state: 'parked' }",
        put: "? { state: failure.status === 404 ? 'done' : 'parked' }",
      },
    ],
  },
  {
    name: 'toasting again at start',
    patches: [
      {
        file: alerts,
        find: "return digestOf(held, 'restart', 'restart');",
        put: "return { ...digestOf(held, 'restart', 'restart'), kind: 'item' };",
      },
    ],
  },
  {
    name: 'dropping ambiguous toasts',
    patches: [
      {
        file: alerts,
        find: 'const rows = inbox.showing();',
        put: `const rows = []; database.run("UPDATE notification SET toast = 'skip' WHERE toast = 'showing'");`,
      },
    ],
  },
  {
    name: 'engine state in memory',
    patches: [
      {
        file: alerts,
        find: 'if (row?.version !== STATE_VERSION) return { state: NO_STATE, text: JSON.stringify(NO_STATE) };',
        put: 'return known;',
      },
    ],
  },
  {
    name: 'identity by id alone',
    whole: true,
    patches: [
      {
        file: 'src-main/store/pages/known-rows.ts',
        find: 'known.get(keyOf(row)) ??',
        put: "database.get(ONE.replace('AND ts = ?', ''), account, BigInt(row.id)) ?? known.get(keyOf(row)) ??",
      },
    ],
  },
  {
    name: 'following next',
    patches: [
      {
        file: walk,
        find: 'offset += step;\n      above = last ?? above;',
        put: 'offset += length;\n      above = null;',
      },
    ],
  },
  {
    name: 'moving the horizon before the commit',
    patches: [
      {
        file: head,
        find: 'if (offset === 0 && date !== undefined) began ??= (date - duration) * 1000;',
        put: 'if (offset === 0 && date !== undefined) { began ??= (date - duration) * 1000; await place.move(began - lag); }',
      },
    ],
  },
  {
    name: 'alerting only after a complete walk',
    patches: [
      {
        file: poller,
        find: '    } finally {\n      await deps.onArrivals({ ...asked.poll(), complete });\n    }',
        put: '      await deps.onArrivals({ ...asked.poll(), complete });\n    } finally {\n    }',
      },
    ],
  },
  {
    name: 'retention without a floor',
    scenario: 'retention',
    patches: [
      { file: 'src-main/store/pages/sync-state.ts', find: 'floor: row.floor_ts,', put: 'floor: null,' },
    ],
  },
  {
    name: 'no unseen repair',
    whole: true,
    patches: [
      {
        file: poll,
        find: 'if (wrapped) await unseenWalk(signal);\n      else await flags.look(signal);',
        put: 'void wrapped;',
      },
    ],
  },
  {
    name: 'no scrub',
    whole: true,
    patches: [
      { file: poll, find: 'const { wrapped } = await history.step(signal);', put: 'const wrapped = false;' },
    ],
  },
];
