// "Mistakes that the tests must catch" (sync.md): each a change of the real engine that must turn the checker red.
// `whole`: with steps 3 and 4 of a poll, which mask some of them; without, where not said. `scenario`: by which schedules
// it is found, if not by whatever comes.
import { WALK_MUTANTS } from './mutants-walk.mjs';

/** @typedef {import('./bundle.mjs').Patch} Patch */
/** @typedef {{ readonly name: string, readonly whole?: boolean, readonly scenario?: import('./scenarios.ts').Scenario, readonly patches: readonly Patch[] }} Mutant */

const head = 'src-main/core/sync/head.ts';
const walk = 'src-main/core/sync/walk.ts';
const poll = 'src-main/core/sync/poll.ts';
const poller = 'src-main/core/watching/poller.ts';
const alerts = 'src-main/store/alerts/alerts.ts';

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  ...WALK_MUTANTS,
  {
    name: 'POST mark-all without the second walk',
    patches: [
      {
        file: 'src-main/core/watching/mark-all.ts',
        find: 'await poll.head(signal);\n      await settle(signal);',
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
        file: 'src-main/store/alerts/alert-state.ts',
        find: 'if (!row) return beginAnew(null);',
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
