import { fail } from '../../../src-shared/app-error';
import { keyText, type NotificationKey } from '../../../src-shared/notification';
import { MOST_SNOOZED } from '../../../src-shared/snooze';
import { briefOf, scoped } from '../../core/alerts/arrival';
import type { Bubble } from '../../core/alerts/decision';
import { digestOf } from '../../core/alerts/digest';
import { keySet, sameKey, type Context, type Outcome } from '../../core/alerts/draft';
import { decide, type AlertEvent, type Result } from '../../core/alerts/engine';
import { isIdle } from '../../core/alerts/idle';
import type { Alerts, Fate, Poll, Snoozing } from '../../core/alerts-port';
import type { Store } from '../../core/store-port';
import type { Database } from '../file/database';
import type { createInbox } from '../inbox/inbox';
import { createAlertState } from './alert-state';
import { alignSnoozes, differs } from './snoozes';
import { sequence } from '../pages/sync-state';

/** The desktop has it: it counts as told. */
const isTold = (step: Fate): boolean => step === 'shown' || step === 'digest' || step === 'do-not-disturb';

/** What the engine hears of it. A bubble that went with its service stands as before: its next is drawn anew. */
function eventOf(step: Fate, tag: string): AlertEvent {
  if (step === 'gone') return { kind: 'time' };
  if (step === 'clicked' || step === 'closed') return { kind: 'ended', tag };
  return { kind: 'outcome', tag, shown: isTold(step) };
}

type Within = (act: () => void) => void;

/**
 * Toast states and the engine's own, written in the transaction that consumes the arrivals.
 *
 * That transaction comes at the end of a walk, not with each page: pages come newest first, and decided one by one the
 * engine would hear a return before its outage and a storm in pieces. Nothing is lost or doubled by it: `pending` is
 * written with the row, in the page's transaction, and nothing else makes a row `pending` or takes it out of that state
 * but the transaction here, which writes the verdict, the toast state and the engine's state together. A crash before it
 * leaves rows `pending`: the next walk's end, of this run or another, finds all of them, in order. A crash after it leaves
 * `showing`: one digest at the next start (`recover`). `test/main/store/decide-crash.test.ts` tries each moment.
 */
export function createAlerts(database: Database, inbox: ReturnType<typeof createInbox>) {
  const { current, write: keep } = createAlertState(database);
  /** The store's counter when the engine's items were last looked at. */
  let lookedAt = -1;

  /**
   * Hears some events one after the other, and writes what came of them, if anything did.
   * @param within runs what writes: a transaction, or nothing more where one is open already
   */
  function run(events: readonly AlertEvent[], context: Context, within: Within, also?: () => void): Alerts {
    const before = current();
    const results: Result[] = [];
    for (const event of events) results.push(decide(results.at(-1)?.state ?? before.state, event, context));
    const outcomes = results.flatMap((one) => one.outcomes);
    const state = results.at(-1)?.state ?? before.state;
    const text = JSON.stringify(state);
    // One whose time has come is in the inbox again, also where its alert waits for a poll.
    const away = state.snoozed.filter(({ until }) => until > context.now);
    const snoozes = away.map(({ brief, until }) => ({ key: brief.key, until }));
    const moved = differs(database, snoozes);
    // An idle poll writes nothing.
    if (also || moved || text !== before.text || outcomes.length > 0)
      within(() => {
        also?.();
        if (moved) alignSnoozes(database, snoozes);
        for (const outcome of outcomes) write(outcome, context.now);
        if (text !== before.text) keep({ state, text });
      });
    return {
      moved: moved || state.held.length !== before.state.held.length,
      decisions: results.flatMap((one) => one.decisions),
      withdraw: results.flatMap((one) => one.withdraw),
      wakeAt: results.at(-1)?.wakeAt ?? null,
      pollAt: results.at(-1)?.pollAt ?? [],
    };
  }

  function write({ key, toast, verdicts }: Outcome, at: number): void {
    if (toast !== undefined) setToast(key, toast);
    // "Seen already" is what no verdict at all means: most of a busy server's items need no row for it.
    if (verdicts.length === 1 && verdicts[0]!.step === 'seen') return;
    for (const { step, reason } of verdicts) addVerdict(key, at, step, reason);
  }

  function setToast({ account, id, ts }: NotificationKey, toast: string): void {
    database.run(
      'UPDATE notification SET toast = ? WHERE account = ? AND id = ? AND ts = ?',
      toast,
      account,
      BigInt(id),
      ts,
    );
  }
  /** @returns false where its fate was settled before */
  const settle = ({ account, id, ts }: NotificationKey, toast: string): boolean =>
    database.run(
      `UPDATE notification SET toast = ? WHERE account = ? AND id = ? AND ts = ? AND toast = 'showing'`,
      toast,
      account,
      BigInt(id),
      ts,
    ) > 0;
  function addVerdict({ account, id, ts }: NotificationKey, at: number, step: string, reason: string): void {
    database.run('INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?)', account, BigInt(id), at, ts, step, reason);
  }

  /** Of all that the engine still minds, what is seen or gone by now. */
  function settled(): readonly NotificationKey[] {
    const { standing, holds, held, snoozed, urgent } = current().state;
    const keys = [
      ...[...standing].flatMap(([, { members }]) => members),
      ...[...holds].map(([, { brief }]) => brief.key),
      ...[...held, ...snoozed, ...urgent].map(({ brief }) => brief.key),
    ];
    const distinct = new Map(keys.map((key) => [keyText(key), key]));
    return [...distinct.values()].filter((key) => inbox.isSettled(key));
  }

  /** The work of `decide` and no transaction of its own: for where one is open that consumes the arrivals. */
  function decideWithin(account: string, poll: Poll, context: Context, within: Within): Alerts {
    const { complete, ...asked } = poll;
    const before = current(); // first: what waited in one that is damaged arrives again
    const arrivals = inbox.pending(account);
    // Looked up only after something changed.
    const changedAt = sequence(database);
    const seen = changedAt === lookedAt ? [] : settled();
    if (arrivals.length + seen.length === 0 && isIdle(before.state, account, context.now))
      return { moved: false, decisions: [], withdraw: [], wakeAt: null, pollAt: [] };
    const events: AlertEvent[] = [];
    if (seen.length > 0) events.push({ kind: 'seen', keys: seen });
    if (arrivals.length > 0) events.push({ kind: 'arrivals', arrivals, asked });
    // Also where nothing arrived: it tells when there is something to do next.
    events.push(complete ? { kind: 'polled', asked } : { kind: 'time' });
    const alerts = run(events, context, within);
    lookedAt = changedAt; // not where the disk refused it: it is heard with the next poll then
    return alerts;
  }

  const inTransaction: Within = (act) => database.transaction(act);

  return {
    decide: (account: string, poll: Poll, context: Context): Alerts =>
      decideWithin(account, poll, context, inTransaction),

    hear: (event: AlertEvent, context: Context): Alerts => run([event], context, inTransaction),

    toasted: ((tag, tells, step, reason, context) => {
      const event = eventOf(step, tag);
      const settled = step === 'digest' ? 'digest' : isTold(step) ? 'shown' : 'skip';
      return run([event], context, inTransaction, () => {
        for (const key of tells)
          // A summary that grows in place brings those told before once more: what became of them stands.
          if (event.kind !== 'outcome' || settle(key, settled))
            addVerdict(key, context.now, step === 'digest' ? 'shown' : step, reason);
      });
    }) satisfies (...given: Parameters<Store['toasted']>) => Alerts,

    snooze(keys: readonly NotificationKey[], until: number, context: Context): Snoozing {
      const { snoozed } = current().state;
      const known = keySet(snoozed.map(({ brief }) => brief.key));
      const rows = keys.filter((key) => !inbox.isSettled(key)).flatMap((key) => inbox.arrival(key) ?? []);
      const fresh = rows.filter(({ key }) => !known.has(keyText(key)));
      if (snoozed.length + fresh.length > MOST_SNOOZED) throw fail('snoozed-too-many');
      const events = rows.map((row): AlertEvent => ({ kind: 'snoozed', brief: briefOf(row), until }));
      return { alerts: run(events, context, inTransaction), count: rows.length };
    },

    unsnooze(keys: readonly NotificationKey[], context: Context): Snoozing {
      const known = keySet(current().state.snoozed.map(({ brief }) => brief.key));
      const back = keys.filter((key) => known.has(keyText(key)));
      return {
        alerts: run([{ kind: 'unsnoozed', keys: back }], context, inTransaction),
        count: back.length,
      };
    },

    standing: () => Array.from(current().state.standing, ([tag, { members }]) => ({ tag, members })),

    /** Ambiguous after a crash: told once more as one digest, never as toasts. They stay `showing` until accepted. */
    recover: (): Bubble | undefined => {
      const rows = inbox.showing();
      if (rows.length === 0) return undefined;
      const subjects = new Map(current().state.subjects);
      const held = rows.map((row) => {
        const outage = subjects.get(scoped(row))?.outage;
        const open = outage ? sameKey(outage.brief.key, row.key) : false;
        return { brief: briefOf(row), why: 'restart', open, silence: null } as const;
      });
      return digestOf(held, 'restart', 'restart');
    },
  };
}
