import {
  NO_COUNTS,
  NONE_DOWN,
  type AccountState,
  type AppState,
  type Counts,
  type DesktopState,
  type Health,
  type Locks,
} from '../../src-shared/app-state';
import type { Failure } from '../../src-shared/app-error';
import type { Account } from '../../src-shared/account';
import { LEVELS } from '../../src-shared/notification';
import type { Preferences } from '../../src-shared/preferences';
import type { Accounts } from './accounts/accounts';
import { quietChangesAt, quietUntil } from './alerts/quiet-hours';
import type { AccountSummary, Summary } from './store-port';
import type { Stuck } from './inbox/storage';
import { isLate } from './sync/lag';
import { whileStuck } from './watching/health';
import type { Watchers } from './watching/watchers';

export interface StateParts {
  readonly revision: number;
  readonly ready: boolean;
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly summary: Summary;
  readonly preferences: Preferences;
  readonly locks: Locks;
  readonly pausedUntil: number | null;
  /** Wall ms. */
  readonly now: number;
  readonly desktop: DesktopState;
  readonly language: AppState['language'];
  readonly version: string;
  readonly startAtLogin: boolean;
  readonly storage: Failure | null;
  /** The history does not answer. */
  readonly stuck: Stuck | null;
}

const MINUTE = 60_000_000; // µs

/** The whole state that the window is pushed, made of what main knows. Pure but for what it asks of its parts. */
export function appState(parts: StateParts): AppState {
  const { accounts, watchers, summary, storage, preferences, now } = parts;
  const states = accounts.all().map((account) => accountState(account, parts));
  return {
    revision: parts.revision,
    ready: parts.ready,
    accounts: states,
    counts: states.map(({ counts }) => counts).reduce(plus, NO_COUNTS),
    preferences,
    locks: parts.locks,
    pausedUntil: parts.pausedUntil,
    quietUntil: quietUntil(preferences.quietHours, now),
    silences: preferences.silences.filter(({ until }) => now < until),
    held: Object.values(summary.accounts).reduce((sum, { held }) => sum + held, 0),
    down: Object.values(summary.accounts).reduce((sum, { down }) => sum + down, 0),
    snoozed: snoozedOf(Object.values(summary.accounts)),
    desktop: parts.desktop,
    language: parts.language,
    version: parts.version,
    startAtLogin: parts.startAtLogin,
    storage,
  };

  function accountState(
    { linkTemplate, ...kept }: Account,
    { summary: { accounts: sums } }: StateParts,
  ): AccountState {
    const { endTold: _, ...account } = kept;
    const poller = watchers.find(account.id)?.state();
    const sum = sums[account.id];
    const health = restingHealth(account) ?? whileStuck(poller?.health, parts.stuck) ?? { state: 'starting' };
    // Nothing is read on while polls fail.
    const stopped = poller?.historyStopped ?? (health.state === 'not-watching' ? health.failure : null);
    const reading =
      poller && !poller.historyComplete && account.kind === 'inbox' && health.state !== 'starting';
    return {
      ...account,
      sample: accounts.isSample(account.id),
      canOpenInBrowser: linkTemplate !== undefined,
      secret: accounts.secret({ ...account, linkTemplate }),
      health,
      counts: sum?.counts ?? NO_COUNTS,
      unreadable: sum?.unreadable ?? 0,
      lateBy: isLate(poller?.lag ?? 0) ? Math.ceil((poller?.lag ?? 0) / MINUTE) : null,
      progress: reading
        ? {
            read: sum?.live ?? 0,
            total: Math.max(poller.serverCount ?? 0, sum?.live ?? 0),
            ...(stopped && { stopped }),
          }
        : null,
      polledAt: poller?.polledAt ?? null,
      nextPollAt: poller?.nextPollAt ?? null,
      marks: { waiting: sum?.waiting ?? 0, refused: sum?.refused ?? 0 },
      downBefore: sum?.downBefore ?? NONE_DOWN,
    };
  }
}

function snoozedOf(sums: readonly AccountSummary[]): AppState['snoozed'] {
  const first = Math.min(...sums.map(({ snoozed }) => snoozed.first ?? Infinity));
  return {
    count: sums.reduce((sum, { snoozed }) => sum + snoozed.count, 0),
    first: Number.isFinite(first) ? first : null,
  };
}

/** Of an account that nothing is asked for; `undefined`: its poller knows. */
function restingHealth({ kind, pausedAt, archivedAt }: Account): Health | undefined {
  if (archivedAt !== undefined) return { state: 'archived', since: archivedAt };
  if (pausedAt !== undefined) return { state: 'paused', since: pausedAt };
  return kind === 'tenant' ? { state: 'idle' } : undefined;
}

function plus(a: Counts, b: Counts): Counts {
  const byLevel = Object.fromEntries(LEVELS.map((level) => [level, a.byLevel[level] + b.byLevel[level]]));
  return { unseen: a.unseen + b.unseen, total: a.total + b.total, byLevel: byLevel as Counts['byLevel'] };
}

/** When the state will be another by itself, wall ms: quiet hours begin or end, a silence ends. */
export function changesAt({ quietHours, silences }: Preferences, now: number): number | null {
  const ends = silences.map(({ until }) => until).filter((until) => until > now);
  const next = Math.min(...ends, quietChangesAt(quietHours, now) ?? Infinity);
  return Number.isFinite(next) ? next : null;
}

/** The state without what ticks at each poll: when two of these are alike, only a visible window wants to know. */
export function withoutTimes(state: AppState): unknown {
  return {
    ...state,
    accounts: state.accounts.map((account) => ({ ...account, polledAt: null, nextPollAt: null })),
  };
}
