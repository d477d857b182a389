import { NO_COUNTS, NO_LOCKS, type AccountState, type AppState } from '../../../src-shared/app-state';
import type { Row } from '../../../src-shared/inbox';
import { defaultPreferences } from '../../../src-shared/preferences';

/** 2026-11-22, 14:02 in Warsaw. */
export const NOW = Date.UTC(2026, 10, 22, 13, 2);

export function accountOf(more: Partial<AccountState> = {}): AccountState {
  return {
    id: 'lab1',
    kind: 'inbox',
    name: 'Lab',
    baseUrl: 'https://lab.example',
    scheme: 'Token',
    allowHttp: false,
    sample: false,
    canOpenInBrowser: false,
    secret: { stored: 'keyring', hint: '' },
    health: { state: 'watching' },
    counts: NO_COUNTS,
    unreadable: 0,
    lateBy: null,
    progress: null,
    polledAt: NOW,
    nextPollAt: NOW + 30_000,
    marks: { waiting: 0, refused: 0 },
    downBefore: { count: 0, first: [] },
    ...more,
  };
}

export function stateOf(more: Partial<AppState> = {}): AppState {
  return {
    revision: 1,
    ready: true,
    accounts: [accountOf()],
    counts: NO_COUNTS,
    preferences: defaultPreferences,
    locks: NO_LOCKS,
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
      secrets: { name: 'a keyring', persistent: true },
    },
    language: 'en',
    version: '0.0.0',
    startAtLogin: false,
    storage: null,
    ...more,
  };
}

export function rowOf(more: Partial<Row> & { readonly id?: string; readonly ts?: number } = {}): Row {
  const { id = '1', ts = NOW * 1000, ...rest } = more;
  return {
    key: { account: 'lab1', id, ts },
    type: 8,
    severity: 1,
    level: 'major',
    seen: false,
    timestamp: '',
    data: { test_agent_id: 4 },
    subject: 'agent:4',
    live: true,
    mark: null,
    outageFrom: null,
    outageTo: null,
    snoozedUntil: null,
    ...rest,
  };
}
