// What is left of a day in the app's own history, beside what the desktop was told.
//   readDay(profile, notified, critical)  → { items, toasts, changes, fresh, changed, wrong }
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { byTitle } from './table.mjs';

/** Agents that flap: what is told of them is told as flapping. */
const FLAPPING = [301, 302, 303].map((id) => `agent:${id}`);
const OFFLINE = 8;
const FAILED = 3;

/**
 * @typedef {{ readonly id: number, readonly ts: number, readonly type: number, readonly severity: number,
 *   readonly subject: string, readonly steps: readonly string[], readonly digestAt: number | null }} Item `ts`: µs; `digestAt`: ms
 */

/**
 * @param {string} profile
 * @param {readonly { readonly replaces: number, readonly summary: string }[]} notified
 * @param {number} critical the severity that means so
 */
export function readDay(profile, notified, critical) {
  const items = readItems(path.join(profile, 'history.sqlite'));
  const fresh = notified.filter(({ replaces }) => replaces === 0);
  const changed = notified.filter(({ replaces }) => replaces !== 0);
  const titlesOf = (/** @type {typeof notified} */ all) => byTitle(all.map(({ summary }) => summary));
  return {
    items,
    toasts: fresh.length,
    changes: changed.length,
    fresh: titlesOf(fresh),
    changed: titlesOf(changed),
    wrong: [...untold(items, critical), ...twice(items), ...unpaired(items)],
  };
}

/** @param {string} file @returns {readonly Item[]} by their stamps */
function readItems(file) {
  const database = new DatabaseSync(file);
  const rows = /** @type {{ id: number, ts: number, type: number, severity: number, subject: string }[]} */ (
    database.prepare('SELECT id, ts, type, severity, subject FROM notification ORDER BY ts, id').all()
  );
  const written = /** @type {{ id: number, at: number, step: string }[]} */ (
    database.prepare('SELECT id, at, step FROM verdict ORDER BY rowid').all()
  );
  database.close();
  const byId = grouped(written, ({ id }) => id);
  return rows.map((row) => {
    const log = byId.get(row.id) ?? [];
    const digestAt = log.find(({ step }) => step === 'digest')?.at ?? null;
    // Seen already is what no verdict at all means.
    return { ...row, steps: log.length === 0 ? ['seen'] : log.map(({ step }) => step), digestAt };
  });
}

const isTold = (/** @type {Item} */ { steps }) => steps.includes('shown');
const named = (/** @type {Item} */ { id, subject, steps }) => `${id} of ${subject} (${steps.join(', ')})`;

/** @param {readonly Item[]} items @param {number} critical */
const untold = (items, critical) =>
  items
    .filter(
      (one) => one.severity === critical && (one.type === OFFLINE || one.type === FAILED) && !isTold(one),
    )
    .map((one) => `critical and untold: ${named(one)}`);

/** @param {readonly Item[]} items */
const twice = (items) =>
  items
    .filter(({ steps }) => steps.filter((step) => step === 'shown').length > 1)
    .map((one) => `told twice: ${named(one)}`);

/** A recovery is told exactly when its outage was, unless a digest counted the outage as over. @param {readonly Item[]} items */
function unpaired(items) {
  const bySubject = grouped(items, ({ subject }) => subject);
  return [...bySubject].flatMap(([subject, all]) =>
    FLAPPING.includes(subject)
      ? []
      : all.flatMap((one, index) => {
          if (one.type !== OFFLINE && one.type !== FAILED) return [];
          const end = all.slice(index + 1).find(({ type }) => type === one.type - 1);
          if (!end || (one.digestAt !== null && one.digestAt * 1000 > end.ts)) return [];
          return isTold(one) === isTold(end) ? [] : [`not a pair: ${named(one)} and ${named(end)}`];
        }),
  );
}

/**
 * @template Key, One
 * @param {readonly One[]} all
 * @param {(one: One) => Key} keyOf
 */
function grouped(all, keyOf) {
  /** @type {Map<Key, One[]>} */
  const groups = new Map();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
