import { NO_STATE, STATE_VERSION, type EngineState } from '../../core/alerts/engine-state';
import type { Database } from '../file/database';
import { textHash } from '../file/row-hash';

/** One state for all accounts: a storm, a pause and their digests are of the whole desktop. */
const ALL = '';

interface Current {
  readonly state: EngineState;
  readonly text: string;
}
const NOTHING: Current = { state: NO_STATE, text: JSON.stringify(NO_STATE) };
const withSum = (text: string): string => `${textHash(text)} ${text}`;

/**
 * The alert engine's state on the disk, with a check sum before it. One of another version, or damaged, is not read: it
 * begins anew, and what waited in it is pending again, since nobody was told of that.
 */
export function createAlertState(database: Database) {
  /** The last that was parsed: the file is the truth, also after a transaction that was taken back. */
  let known = { ...NOTHING, written: withSum(NOTHING.text) };
  /** What cannot be read, or `null` where there is none: it was looked into. */
  let lost: string | null | undefined;

  /** A history that was rebuilt may have its rows and not this. */
  function beginAnew(written: string | null): Current {
    if (written === lost) return NOTHING;
    const waits = database.get(
      `SELECT 1 FROM notification WHERE toast = 'held' OR toast = 'waiting' LIMIT 1`,
    );
    if (waits)
      database.atomically(() => {
        database.run(`UPDATE notification SET toast = 'pending' WHERE toast = 'held' OR toast = 'waiting'`);
        write(NOTHING);
      });
    lost = written;
    return NOTHING;
  }

  function write({ state, text }: Current): void {
    const written = withSum(text);
    database.run('INSERT OR REPLACE INTO alert_state VALUES (?, ?, ?)', ALL, written, STATE_VERSION);
    known = { state, text, written };
  }

  return {
    current(): Current {
      const row = database.get<{ json: string; version: number }>(
        'SELECT json, version FROM alert_state WHERE account = ?',
        ALL,
      );
      if (!row) return beginAnew(null);
      const { json, version } = row;
      if (version === STATE_VERSION && json === known.written) return known;
      const text = version === STATE_VERSION ? wholeText(json) : undefined;
      if (text === undefined) return beginAnew(String(json));
      known = { state: JSON.parse(text) as EngineState, text, written: json };
      return known;
    },
    /** Within a transaction. */
    write,
  };
}

/** The text without its check sum; `undefined`: the disk has damaged it. */
function wholeText(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined;
  const text = written.slice(written.indexOf(' ') + 1);
  return withSum(text) === written ? text : undefined;
}
