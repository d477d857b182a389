import type { Database } from './database';

// That a history was made anew, or that marks were dropped from it, stands in the history itself until whoever has to know was
// told: an end of the process between the two leaves nothing untold. In `meta`: 1 where marks may be lost, else 0.

/** To be called in the transaction that loses something. One that is damaged once more before it was told hands it on. */
export const noteRebuilt = (database: Database, marksLost: boolean): void =>
  void database.run(
    `INSERT INTO meta VALUES ('rebuilt', ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)`,
    marksLost ? 1 : 0,
  );

/** `null`: nothing is to be told. */
export function rebuiltNote(database: Database): { readonly marksLost: boolean } | null {
  const note = database.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'rebuilt'`);
  return note ? { marksLost: note.value !== 0 } : null;
}

export const toldRebuilt = (database: Database): void =>
  void database.run(`DELETE FROM meta WHERE name = 'rebuilt'`);
