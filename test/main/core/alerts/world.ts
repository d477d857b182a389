import { wordsOf } from '../../../support/words';
import { keyText, levelOf, type NotificationKey } from '../../../../src-shared/notification';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { subjectOf, subjectText } from '../../../../src-shared/subject';
import { titleOf } from '../../../../src-shared/titles';
import type { Json } from '../../../../src-shared/json';
import { afterPoll, type Watch } from '../../../../src-main/core/watching/health';
import type { Arrival } from '../../../../src-main/core/alerts/arrival';
import { countOf, type Bubble, type Decision } from '../../../../src-main/core/alerts/decision';
import type { AlertSettings, Context, Outcome } from '../../../../src-main/core/alerts/draft';
import { decide, type AlertEvent } from '../../../../src-main/core/alerts/engine';
import { NO_STATE, type EngineState } from '../../../../src-main/core/alerts/engine-state';

/** 2026-11-23 00:00 UTC, a Monday. */
export const T0 = Date.UTC(2026, 10, 23);
export const SEVERE = 9;

export interface Given {
  /** Seconds after T0, by the server's clock. */
  readonly at: number;
  readonly type: number;
  /** Of the agent, task or suite. */
  readonly subject?: number;
  readonly severity?: number;
  readonly seen?: boolean;
  readonly swallowed?: boolean;
  readonly baseline?: boolean;
  readonly data?: Json;
  /** Becomes visible so many seconds later. */
  readonly late?: number;
  readonly account?: string;
}

export interface WorldOptions {
  readonly settings?: Partial<AlertSettings>;
  readonly pollSeconds?: number;
  readonly zone?: string;
  /** Seconds by which the server's clock is ahead of ours; `null`: it names no `Date`. */
  readonly skew?: number | null;
  /** What the desktop answers. */
  readonly shows?: (bubble: Bubble) => boolean;
  readonly accounts?: readonly string[];
  /** The state goes through JSON at every so many events; 1. */
  readonly jsonEvery?: number;
}

interface Waiting {
  readonly arrival: Arrival;
  readonly visible: number;
}
type Act = { readonly at: number; readonly act: (world: World) => void };
export type World = ReturnType<typeof createWorld>;

const DATA = { 7: 'test_agent_id', 8: 'test_agent_id', 5: 'test_suite_id', 6: 'test_suite_id' } as const;
let lastId = 0;

export function arrivalOf(given: Given): Arrival {
  const { at, type, subject, severity = 1, account = 'lab' } = given;
  lastId += 1;
  const id = String(lastId);
  const key = (DATA as Record<number, string | undefined>)[type] ?? 'task_id';
  const data = given.data ?? (subject === undefined ? null : { [key]: subject });
  return {
    key: { account, id, ts: (T0 + at * 1000) * 1000 },
    type,
    severity,
    level: levelOf(type, severity, { [SEVERE]: 'critical' }),
    subject: subjectText(subjectOf(type, data, id)),
    data,
    seen: given.seen ?? false,
    swallowed: given.swallowed ?? false,
    baseline: given.baseline ?? false,
  };
}

/** A server that is polled, a desktop that shows, and the engine between them; its state goes through JSON at every step. */
export function createWorld(options: WorldOptions = {}) {
  const { pollSeconds = 30, skew = 0, accounts = ['lab'], jsonEvery = 1 } = options;
  let events = 0;
  let settings: AlertSettings = { ...defaultPreferences, ...options.settings };
  let state: EngineState = NO_STATE;
  let second = 0;
  let pausedUntil: number | null = null;
  let polling = true;
  let failing = false;
  const waiting: Waiting[] = [];
  const acts: Act[] = [];
  const nextPoll = new Map(accounts.map((account) => [account, 0]));
  let wake: number | null = null;
  const decisions: { readonly second: number; readonly decision: Decision }[] = [];
  const withdrawn: { readonly second: number; readonly tag: string }[] = [];
  const verdicts = new Map<string, string[]>();
  const toasts = new Map<string, Outcome['toast']>();
  const bubbles = new Map<string, Bubble>();
  let watch: Watch = { health: { state: 'starting' }, goodAt: 0, everGood: false };
  const lostAt: number[] = [];

  let shift = 0;
  const now = (): number => T0 + (second - shift) * 1000;
  const context = (): Context => ({ now: now(), pausedUntil, settings, zone: options.zone ?? 'UTC' });

  function hear(event: AlertEvent): void {
    const result = decide(state, event, context());
    events += 1;
    state =
      events % jsonEvery === 0 ? (JSON.parse(JSON.stringify(result.state)) as EngineState) : result.state;
    for (const { key, toast, verdicts: steps } of result.outcomes) {
      const known = verdicts.get(keyText(key)) ?? [];
      verdicts.set(keyText(key), [...known, ...steps.map(({ step }) => step)]);
      if (toast !== undefined) toasts.set(keyText(key), toast);
    }
    for (const tag of result.withdraw) withdraw(tag);
    wake = result.wakeAt === null ? null : Math.max(second, (result.wakeAt - T0) / 1000);
    for (const [account, at] of result.pollAt)
      nextPoll.set(
        account,
        Math.min(nextPoll.get(account) ?? Infinity, Math.max(second + 1, Math.ceil((at - T0) / 1000))),
      );
    for (const decision of result.decisions) draw(decision);
  }

  function draw(decision: Decision): void {
    decisions.push({ second, decision });
    if (decision.kind === 'silent-feed') return;
    const shown = options.shows?.(decision) ?? true;
    if (shown) {
      bubbles.set(decision.tag, decision);
      for (const tag of decision.withdraw) withdraw(tag);
      for (const key of decision.tells) toasts.set(keyText(key), undefined);
    }
    for (const key of decision.tells)
      verdicts.set(keyText(key), [...(verdicts.get(keyText(key)) ?? []), shown ? 'shown' : 'failed']);
    hear({ kind: 'outcome', tag: decision.tag, shown });
  }

  function withdraw(tag: string): void {
    withdrawn.push({ second, tag });
    bubbles.delete(tag);
  }

  function poll(account: string): void {
    nextPoll.set(account, second + pollSeconds);
    const before = watch.health.state;
    watch = afterPoll(watch, failing ? { kind: 'timeout' } : null, now(), now(), pollSeconds * 1000);
    if (watch.health.state === 'not-watching' && before !== 'not-watching') lostAt.push(second);
    if (failing) return hear({ kind: 'poll-failed', account });
    const server = skew === null ? null : (T0 + Math.floor(second + skew) * 1000) * 1000;
    const asked = { account, server, at: now() };
    const until = second + (skew ?? 0);
    // Those that come next stand first: a long day must not be looked through at each poll.
    waiting.sort((a, b) => a.visible - b.visible);
    const end = waiting.findIndex(({ visible }) => visible > until);
    const visible = waiting.splice(0, end < 0 ? waiting.length : end);
    const isIts = ({ arrival }: Waiting): boolean => arrival.key.account === account;
    waiting.unshift(...visible.filter((one) => !isIts(one)));
    const arrivals = visible.filter(isIts).map(({ arrival }) => arrival);
    if (arrivals.length > 0) hear({ kind: 'arrivals', arrivals, asked });
    hear({ kind: 'polled', asked });
  }

  /** Lets time go by until then, in seconds after T0. */
  function run(until: number): void {
    for (;;) {
      const polls = polling ? [...nextPoll.values()] : [];
      const next = Math.min(
        ...polls,
        wake === null || !polling ? Infinity : wake,
        ...acts.map(({ at }) => at),
      );
      if (next > until) break;
      second = Math.max(second, next);
      const act = acts.findIndex(({ at }) => at <= second);
      if (act >= 0) acts.splice(act, 1)[0]!.act(world);
      else if (wake !== null && wake <= second && polling) {
        wake = null;
        hear({ kind: 'time' });
      } else for (const [account, at] of nextPoll) if (polling && at <= second) poll(account);
    }
    second = Math.max(second, until);
  }

  const world = {
    hear,
    run,
    add(...given: readonly Given[]): readonly NotificationKey[] {
      return given.map((one) => {
        const arrival = arrivalOf(one);
        waiting.push({ arrival, visible: one.at + (one.late ?? 0) });
        return arrival.key;
      });
    },
    at: (when: number, act: Act['act']): void => void acts.push({ at: when, act }),
    pause: (seconds: number | null): void => {
      pausedUntil = seconds === null ? null : now() + seconds * 1000;
      hear({ kind: 'time' });
    },
    set: (change: Partial<AlertSettings>): void => {
      settings = { ...settings, ...change };
      hear({ kind: 'time' });
    },
    sleep: (): void => void (polling = false),
    wake: (since: number): void => {
      polling = true;
      for (const account of accounts) nextPoll.set(account, second);
      hear({ kind: 'back', since: T0 + since * 1000, accounts });
    },
    /** Our clock is set back by so many seconds. */
    back: (seconds: number): void => void (shift = seconds),
    fail: (fails: boolean): void => void (failing = fails),
    second: (): number => second,
    state: (): EngineState => state,
    decisions,
    /** When the watchdog said that nobody watches. */
    lostAt,
    withdrawn,
    bubbles,
    toasts,
    verdictsOf: (key: NotificationKey): readonly string[] => verdicts.get(keyText(key)) ?? [],
    verdicts,
    /** `40 Agent 4 is offline`, `70 ~…` for a change in place. */
    told: (): readonly string[] => decisions.map(({ second: at, decision }) => `${at} ${wordsFor(decision)}`),
  };
  return world;
}

const words = wordsOf('en', 'UTC');

/** A decision in one line, for tables. */
export function wordsFor(decision: Decision): string {
  if (decision.kind === 'silent-feed') return `silent: ${decision.account}`;
  const { kind, first, lines, open, back, update, again } = decision;
  const title = titleOf(first, { ...words, names: {} });
  const sign = update ? '~' : again ? '!' : '';
  if (kind === 'item')
    return sign + [title, ...lines.map((one) => titleOf(one, { ...words, names: {} }))].join(' + ');
  if (kind === 'flapping' || kind === 'rest') return `${sign}${kind}: ${title}`;
  return `${sign}${kind} of ${countOf(decision)}, ${open} open${back > 0 ? `, ${back} back` : ''}: ${title}`;
}

export const OFFLINE = 8;
export const ONLINE = 7;
