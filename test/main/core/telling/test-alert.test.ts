import { expect, test } from 'vitest';
import type { DesktopState } from '../../../../src-shared/app-state';
import type { OpenTarget } from '../../../../src-shared/ipc';
import { wordsOf } from '../../../support/words';
import { defaultPreferences, type Preferences } from '../../../../src-shared/preferences';
import type { TestAlert, TestAlertStep } from '../../../../src-shared/test-alert';
import { settingsOf } from '../../../../src-main/core/alerts/settings';
import type { ToastOutcome, ToastView } from '../../../../src-main/core/ports';
import { createTestAlert } from '../../../../src-main/core/telling/test-alert';

/** A Sunday, 10:00 UTC. */
const NOW = Date.UTC(2026, 10, 22, 10);
const HOUR = 3_600_000;

interface Given {
  readonly preferences?: Partial<Preferences>;
  readonly pausedUntil?: number;
  readonly desktop?: Partial<DesktopState>;
  readonly answer?: ToastOutcome;
}

function trial({ preferences, pausedUntil, desktop, answer = { state: 'shown' } }: Given) {
  const shown: ToastView[] = [];
  const opened: OpenTarget[] = [];
  const withdrawn: string[] = [];
  let act = (_tag: string): void => undefined;
  const send = createTestAlert({
    clock: { now: () => NOW },
    toaster: {
      show: (toast) => (shown.push(toast), Promise.resolve(answer)),
      withdraw: (tag) => void withdrawn.push(tag),
      onAct: (listener) => void (act = (tag) => listener(tag, 'open')),
    },
    desktop: () => ({ tray: true, toasts: 'ok', doNotDisturb: 'off', secrets: null, ...desktop }),
    context: () => ({
      now: NOW,
      zone: 'UTC',
      pausedUntil: pausedUntil ?? null,
      settings: settingsOf({ ...defaultPreferences, ...preferences }),
    }),
    words: () => wordsOf('en', 'UTC'),
    onOpen: (target) => opened.push(target),
  });
  return { send, shown, opened, withdrawn, act: (tag: string) => act(tag) };
}
/** `rule`, or `!rule` where it ended there. */
const said = (steps: readonly TestAlertStep[]): string =>
  steps.map(({ step, ok }) => `${ok ? '' : '!'}${step}`).join(' ');

const OFFLINE: TestAlert = { type: 8, level: 'major' };
const ALL_DAY = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 }];
const WAY = 'silence rule hold-down pause quiet service disturb shown';

test.for<
  Given & { readonly when: string; readonly sent?: TestAlert; readonly way: string; readonly toasts?: number }
>([
  { when: 'nothing is in its way', way: WAY, toasts: 1 },
  {
    when: 'a task that failed waits for nothing',
    sent: { type: 3, level: 'major' },
    way: WAY.replace(' hold-down', ''),
    toasts: 1,
  },
  {
    when: 'no hold-down',
    preferences: { holdDownSeconds: 0 },
    way: WAY.replace(' hold-down', ''),
    toasts: 1,
  },
  { when: 'the rule only counts it', sent: { type: 5, level: 'info' }, way: 'silence !rule' },
  { when: 'good news of nothing', sent: { type: 7, level: 'info' }, way: 'silence !rule' },
  {
    when: 'a text rule stops it',
    preferences: { textRules: [{ pattern: 'agent:0', rule: 'none' }] },
    way: 'silence !rule',
  },
  {
    when: 'it is silenced',
    preferences: { silences: [{ id: 's', what: { by: 'type', type: 8 }, until: NOW + HOUR }] },
    way: '!silence',
  },
  { when: 'paused', pausedUntil: NOW + HOUR, way: 'silence rule hold-down !pause' },
  {
    when: 'paused, and critical',
    pausedUntil: NOW + HOUR,
    sent: { type: 8, level: 'critical' },
    way: WAY.replace(' quiet', ''),
    toasts: 1,
  },
  {
    when: 'in quiet hours',
    preferences: { quietHours: ALL_DAY },
    way: 'silence rule hold-down pause !quiet',
  },
  {
    when: 'in quiet hours that critical does not break',
    preferences: { quietHours: ALL_DAY, criticalBreaksThrough: false },
    sent: { type: 8, level: 'critical' },
    way: 'silence rule hold-down pause !quiet',
  },
  {
    when: 'no notification service',
    desktop: { toasts: 'none' },
    answer: { state: 'no-service' },
    way: 'silence rule hold-down pause quiet !service disturb !shown',
    toasts: 1,
  },
  {
    when: 'do not disturb',
    desktop: { doNotDisturb: 'on' },
    answer: { state: 'do-not-disturb' },
    way: 'silence rule hold-down pause quiet service !disturb !shown',
    toasts: 1,
  },
])('$when: $way', async ({ sent = OFFLINE, way, toasts = 0, ...given }) => {
  const { send, shown } = trial(given);
  expect(said(await send(sent))).toBe(way);
  expect(shown).toHaveLength(toasts);
});

test('its bubble says that it is a test, and has no buttons that would mark nothing', async () => {
  const { send, shown } = trial({});
  await send({ type: 8, level: 'critical' });
  expect(shown).toMatchObject([
    {
      tag: 'test',
      title: 'Test: Agent 0 is offline',
      body: 'Tocsin · 10:00',
      urgency: 'critical',
      buttons: [],
    },
  ]);
});

test('what the desktop refuses is said with its code', async () => {
  const { send } = trial({ answer: { state: 'failed', code: '0x803e0111', reason: 'off' } });
  expect((await send(OFFLINE)).at(-1)).toEqual({
    step: 'shown',
    ok: false,
    outcome: 'failed',
    reason: '0x803e0111: off',
  });
});

test('each station says what it found', async () => {
  const { send } = trial({
    preferences: { quietHours: ALL_DAY, textRules: [{ pattern: 'test_agent', rule: 'quiet' }] },
  });
  const steps = await send({ type: 8, level: 'critical' });
  expect(steps.slice(0, 5)).toEqual([
    { step: 'silence', ok: true, until: null },
    { step: 'rule', ok: true, rule: 'quiet', pattern: 'test_agent' },
    { step: 'hold-down', ok: true, seconds: 30 },
    { step: 'pause', ok: true, until: null, through: true },
    { step: 'quiet', ok: true, until: Date.UTC(2026, 10, 30), through: true },
  ]);
});

test('a click on it opens the preferences; other bubbles are not its own', async () => {
  const { send, act, opened, withdrawn } = trial({});
  await send(OFFLINE);
  act('lab/agent:4');
  expect(opened).toEqual([]);
  act('test');
  expect([opened, withdrawn]).toEqual([[{ page: 'preferences' }], ['test']]);
});
