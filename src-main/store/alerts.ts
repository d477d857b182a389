import { keyText, type NotificationKey } from '../../src-shared/notification';
import { TYPES } from '../../src-shared/notification';
import { typeKey } from '../../src-shared/preferences';
import type { Row } from '../../src-shared/inbox';
import { foremost, NO_STATE, type Decision, type EngineState } from '../core/alerts/thin/decision';
import { decide, type Arrival } from '../core/alerts/thin/engine';
import type { AlertContext, Store } from '../core/store-port';
import type { Database } from './database';
import type { createInbox } from './inbox';

const STATE_VERSION = 2;
const RECOVERY_OF: { readonly [type: number]: number } = {
  [TYPES.agentOnline]: TYPES.agentOffline,
  [TYPES.taskSucceeded]: TYPES.taskFailed,
};

/** Toast states and the engine's own, written in the transaction that consumes the arrivals. */
export function createAlerts(database: Database, inbox: ReturnType<typeof createInbox>) {
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

  function readState(account: string): EngineState {
    const row = database.get<{ json: string; version: number }>(
      'SELECT json, version FROM alert_state WHERE account = ?',
      account,
    );
    return row?.version === STATE_VERSION ? (JSON.parse(row.json) as EngineState) : NO_STATE;
  }

  /** Told: on screen, or counted in something that was. */
  function outageTold(row: Row): boolean {
    const began = RECOVERY_OF[row.type];
    if (began === undefined || row.outageFrom === null) return false;
    const outage = database.get<{ toast: string }>(
      'SELECT toast FROM notification WHERE account = ? AND subject = ? AND ts = ? AND type = ?',
      row.key.account,
      row.subject,
      row.outageFrom,
      began,
    );
    return outage?.toast === 'shown' || outage?.toast === 'showing' || outage?.toast === 'digest';
  }

  function digestOf(kind: Decision['kind'], tag: string, rows: readonly Row[]): Decision | undefined {
    if (rows.length === 0) return undefined;
    const stamps = rows.map(({ key }) => key.ts);
    return {
      tag,
      account: rows[0]!.key.account,
      kind,
      members: rows.map(({ key }) => key),
      first: foremost(rows),
      from: Math.min(...stamps),
      to: Math.max(...stamps),
      allOffline: rows.every(({ type }) => type === TYPES.agentOffline),
      withdraw: [],
    };
  }

  return {
    decide: (account: string, context: AlertContext): readonly Decision[] => {
      const rows = inbox.pending(account);
      if (rows.length === 0) return [];
      return database.transaction(() => {
        const told = new Set<string>();
        const arrivals: Arrival[] = rows.map(({ row, swallowed }) => {
          const known =
            outageTold(row) || (row.outageFrom !== null && told.has(`${row.subject}/${row.outageFrom}`));
          if (!context.paused && context.toasts[typeKey(row.type)] === 'toast')
            told.add(`${row.subject}/${row.key.ts}`);
          return { row, swallowed, outageTold: known };
        });
        const before = readState(account);
        const open = before.recent.filter(({ keys }) => keys.some((key) => inbox.row(key)?.seen === false));
        // What the user has dealt with by now is no part of a storm.
        const result = decide({ ...before, recent: open }, arrivals, context);
        for (const { key, toast, verdicts } of result.outcomes) {
          setToast(key, toast);
          for (const { step, reason } of verdicts) addVerdict(key, context.now, step, reason);
        }
        if (JSON.stringify(before) !== JSON.stringify(result.state))
          database.run(
            'INSERT OR REPLACE INTO alert_state VALUES (?, ?, ?)',
            account,
            JSON.stringify(result.state),
            STATE_VERSION,
          );
        return result.decisions;
      });
    },

    /** Ambiguous after a crash: told once more as one digest, never as toasts. They stay `showing` until accepted. */
    recover: (): Decision | undefined => digestOf('restart-digest', 'restart', inbox.inToast('showing')),

    releaseHeld: (now: number): Decision | undefined =>
      database.transaction(() => {
        const held = inbox.inToast('held');
        const open = held.filter(({ seen, live }) => !seen && live);
        const openKeys = new Set(open.map(({ key }) => keyText(key)));
        for (const { key } of held) {
          setToast(key, openKeys.has(keyText(key)) ? 'showing' : 'skip');
          if (openKeys.has(keyText(key))) addVerdict(key, now, 'digest', String(open.length));
        }
        return digestOf('pause-digest', 'pause', open);
      }),

    toasted: ((keys, step, reason, now) =>
      database.transaction(() => {
        for (const key of keys) {
          // A summary that grows in place brings those told before once more: what became of them stands.
          if (step !== 'clicked' && !settle(key, step === 'shown' ? 'shown' : 'skip')) continue;
          addVerdict(key, now, step, reason);
        }
      })) satisfies (...given: Parameters<Store['toasted']>) => void,
  };
}
