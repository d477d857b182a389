import type { Database } from '../file/database';

/**
 * An item over the byte cap: nothing of it is known but its place, and that is kept in its stead. The place is named by
 * the row above it, so that the next poll counts the same item once.
 */
export function noteTooLarge(database: Database, account: string, above: number | null, now: number): void {
  const below = above === null ? null : new Date(above / 1000).toISOString();
  database.run(
    'INSERT OR IGNORE INTO quarantine (account, raw, field, first_seen_at, ts) VALUES (?, ?, ?, ?, ?)',
    account,
    JSON.stringify({ below }),
    'size',
    now,
    above, // a page that goes on below that row proves it gone, as with any other (quarantine.ts)
  );
}
