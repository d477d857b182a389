import { NO_COUNTS, NONE_DOWN, type AccountState, type AppState } from '../../src-shared/app-state';
import type { Row } from '../../src-shared/inbox';
import type { Json } from '../../src-shared/json';
import { levelOf, LEVELS } from '../../src-shared/notification';
import { defaultPreferences } from '../../src-shared/preferences';
import { subjectOf, subjectText } from '../../src-shared/subject';

/** The moment of every test: 22 November 2026, 14:02:11 in the zone of the machine. */
export const NOW = new Date(2026, 10, 22, 14, 2, 11).getTime();
export const MINUTE = 60_000;

export const anAccount = (over: Partial<AccountState> = {}): AccountState => ({
  id: 'lab1',
  kind: 'inbox',
  name: 'Lab Warsaw',
  baseUrl: 'https://nettest.example.org',
  scheme: 'Token',
  allowHttp: false,
  sample: false,
  canOpenInBrowser: false,
  secret: { stored: 'keyring', hint: 'ae_l…9f' },
  health: { state: 'watching' },
  counts: NO_COUNTS,
  unreadable: 0,
  lateBy: null,
  progress: null,
  polledAt: NOW - 2000,
  nextPollAt: NOW + 8000,
  marks: { waiting: 0, refused: 0 },
  downBefore: NONE_DOWN,
  ...over,
});

export const aState = (over: Partial<AppState> = {}): AppState => ({
  revision: 1,
  ready: true,
  accounts: [anAccount()],
  counts: NO_COUNTS,
  preferences: defaultPreferences,
  locks: { file: '/etc/tocsin/preferences.json', names: [], refused: [], problem: null },
  pausedUntil: null,
  quietUntil: null,
  silences: [],
  held: 0,
  snoozed: { count: 0, first: null },
  down: 0,
  desktop: {
    tray: true,
    toasts: 'ok',
    doNotDisturb: 'off',
    secrets: { name: 'GNOME Keyring', persistent: true },
  },
  language: 'en',
  version: '0.1.0',
  startAtLogin: false,
  storage: null,
  ...over,
});

export interface RowSpec {
  readonly id: number;
  /** Milliseconds before `NOW`. */
  readonly ago: number;
  readonly type?: number;
  readonly data?: Json;
  readonly account?: string;
  readonly severity?: number;
}

/** A row as main would hand it over. */
export function aRow(
  { id, ago, type = 8, data, account = 'lab1', severity = 1 }: RowSpec,
  over: Partial<Row> = {},
): Row {
  const ms = NOW - ago;
  const content = data ?? { test_agent_id: id };
  return {
    key: { account, id: String(id), ts: ms * 1000 },
    type,
    severity,
    level: levelOf(type, severity, {}),
    seen: false,
    timestamp: new Date(ms).toISOString().replace('Z', '123+00:00'),
    data: content,
    subject: subjectText(subjectOf(type, content, String(id))),
    live: true,
    mark: null,
    outageFrom: null,
    outageTo: null,
    snoozedUntil: null,
    ...over,
  };
}

/** `n` agents going offline, a minute apart; the first is the newest. */
export const agents = (n: number, over: Partial<Row> = {}): Row[] =>
  Array.from({ length: n }, (_, i) => aRow({ id: n - i, ago: (i + 1) * MINUTE }, over));

/** Counts as main keeps them. */
export function countsOf(rows: readonly Row[]): AppState['counts'] {
  const open = rows.filter(({ seen, live, snoozedUntil }) => !seen && live && snoozedUntil === null);
  const byLevel = Object.fromEntries(
    LEVELS.map((level) => [level, open.filter((row) => row.level === level).length]),
  ) as AppState['counts']['byLevel'];
  return { unseen: open.length, byLevel, total: rows.length };
}
