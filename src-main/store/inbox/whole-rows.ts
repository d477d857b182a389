import type { SeverityLevels } from '../../../src-shared/notification';
import { heal, isWhole } from '../file/damage';
import type { Database } from '../file/database';
import type { DbRow } from './db-row';

type Value = string | number | bigint;

/** So often is a question asked again whose rows were mended on the way: a disk may damage them anew, but not for ever. */
export const MOST_TRIES = 3;

/**
 * Reads rows that are whole: what the disk has damaged is made so, or taken out, before anything is answered.
 * @param onDamage the accounts whose history has to be read again from the server
 * @param levels what severities mean; `undefined`: not told yet
 */
export function createWholeRows(
  database: Database,
  onDamage: (accounts: readonly string[]) => void,
  levels: () => SeverityLevels | undefined,
) {
  let healed = 0;
  return {
    /** How often something was mended: what was counted before is another number now. */
    healed: (): number => healed,
    read(sql: string, ...values: readonly Value[]): DbRow[] {
      for (let tries = 0; ; tries += 1) {
        const rows = database.all<DbRow>(sql, ...values);
        const damaged = rows.filter((row) => !isWhole(row));
        if (damaged.length === 0) return rows;
        if (tries === MOST_TRIES) return rows.filter(isWhole);
        healed += 1;
        onDamage(heal(database, damaged, levels()));
      }
    },
  };
}
