import { TYPES } from '../../../src-shared/notification';
import type { Database } from '../file/database';

/** Agents alone: of tasks nobody keeps what they are by now (`subjects.ts`). */
const IS_DOWN = `s.key >= 'agent:' AND s.key < 'agent;' AND s.state = ${TYPES.agentOffline}`;

/** As SQL, what began the outage of each agent that is down. CROSS JOIN keeps the order: some agents, and one row of each. */
export const DOWN_NOW = `SELECT n.rowid FROM subject s CROSS JOIN notification n INDEXED BY by_subject
  ON n.account = s.account AND n.subject = s.key AND n.ts = s.since AND n.type = ${TYPES.agentOffline} WHERE ${IS_DOWN}`;

/** How many agents are down now, by account. One without any is not in it. */
export const countDown = (database: Database): readonly { readonly account: string; readonly n: number }[] =>
  database.all(`SELECT s.account, count(*) AS n FROM subject s WHERE ${IS_DOWN} GROUP BY s.account`);
