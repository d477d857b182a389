import type { Database } from '../file/database';
import { createTally } from '../counts/tally';
import { createSubjects } from './subjects';

/** What a transaction's pages change beyond their rows; each count and agent is written once, at its end. */
export function createSums(database: Database, account: string) {
  const [tally, subjects] = [createTally(database, account), createSubjects(database, account)];
  return {
    tally,
    subjects,
    save(): void {
      tally.save();
      subjects.save();
    },
  };
}
export type Sums = ReturnType<typeof createSums>;
