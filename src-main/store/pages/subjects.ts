import { TYPES } from '../../../src-shared/notification';
import type { Database } from '../file/database';

/** The newest known state of a subject, and since when: rows as they are met, oldest stamps in any order. */
interface Change {
  readonly type: number;
  readonly ts: number;
  readonly id: string;
}

/** By stamp, then by id: a server whose stamps are whole seconds says "offline" and "online" of one moment. */
const inOrder = (a: Change, b: Change): number => a.ts - b.ts || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

/**
 * Collects what a transaction's new rows say of their agents; `save` writes one line an agent. Of other subjects nobody
 * asks what they are by now, and a long history has tens of thousands of tasks: each would be a write of its own.
 */
export function createSubjects(database: Database, account: string) {
  const met = new Map<string, Change[]>();
  return {
    met(subject: string, { type, ts, id }: Change): void {
      if (!subject.startsWith('agent:')) return;
      const known = met.get(subject);
      if (known) known.push({ type, ts, id });
      else met.set(subject, [{ type, ts, id }]);
    },
    save(): void {
      for (const [subject, changes] of met) {
        changes.sort(inOrder);
        const last = changes.at(-1)!;
        const differs = changes.findLastIndex(({ type }) => type !== last.type);
        database.run(
          `INSERT INTO subject VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (account, key) DO UPDATE SET
           since = CASE WHEN state = ?3 AND ?6 = 0 THEN since ELSE ?4 END, state = ?3, last_change = ?5
           WHERE ?5 > last_change OR (?5 = last_change AND NOT EXISTS (SELECT 1 FROM notification
             WHERE account = ?1 AND ts = ?5 AND id > ?7 AND subject = ?2 AND (type = ${TYPES.agentOnline} OR type = ${TYPES.agentOffline})))`,
          account,
          subject,
          last.type,
          changes[differs + 1]!.ts,
          last.ts,
          differs < 0 ? 0 : 1,
          BigInt(last.id),
        );
      }
    },
  };
}
export type Subjects = ReturnType<typeof createSubjects>;
