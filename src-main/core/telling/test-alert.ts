import type { DesktopState } from '../../../src-shared/app-state';
import type { OpenTarget } from '../../../src-shared/ipc';
import type { Words } from '../../../src-shared/messages/words';
import { TYPES } from '../../../src-shared/notification';
import { refusalReason } from '../../../src-shared/refusal';
import { subjectOf, subjectText } from '../../../src-shared/subject';
import type { TestAlert, TestAlertStep } from '../../../src-shared/test-alert';
import type { Arrival } from '../alerts/arrival';
import type { Bubble } from '../alerts/decision';
import type { Context, Outcome } from '../alerts/draft';
import { decide } from '../alerts/engine';
import { NO_STATE } from '../alerts/engine-state';
import { quietUntil } from '../alerts/quiet-hours';
import { ruleOf } from '../alerts/rules';
import type { Clock, Toaster } from '../ports';
import { toastView } from './toast-view';

const TAG = 'test';

export interface TestAlertDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly toaster: Pick<Toaster, 'show' | 'onAct' | 'withdraw'>;
  readonly desktop: () => DesktopState;
  readonly context: () => Context;
  readonly words: () => Words;
  readonly onOpen: (target: OpenTarget) => void;
}

/**
 * Sends one alert of a type and a level down the real way: the engine with the rules in force, then the desktop. Its
 * item is made up, and enters neither the history nor the engine's state.
 */
export function createTestAlert({ clock, toaster, desktop, context, words, onOpen }: TestAlertDeps) {
  let sent = 0;
  toaster.onAct((tag) => {
    if (tag !== TAG) return;
    toaster.withdraw(TAG);
    onOpen({ page: 'preferences' });
  });

  async function deliver(bubble: Bubble): Promise<TestAlertStep> {
    const { messages } = words();
    const { where } = messages.alerts.test;
    const view = toastView({ ...bubble, tag: TAG }, words(), {}, where, clock.now());
    // There is nothing that its buttons could mark or put off.
    const outcome = await toaster.show({
      ...view,
      title: messages.alerts.test.title(view.title),
      buttons: [],
    });
    const reason = outcome.state === 'failed' ? refusalReason(outcome.code, outcome.reason) : '';
    return { step: 'shown', ok: outcome.state === 'shown', outcome: outcome.state, reason };
  }

  return async function send(test: TestAlert): Promise<readonly TestAlertStep[]> {
    const given = context();
    const arrival = arrivalOf(test, clock.now(), (sent += 1));
    // Asked long enough after its stamp: the hold-down is told of, and not waited for.
    const at = clock.now() + (given.settings.holdDownSeconds + 1) * 1000;
    const asked = { account: arrival.key.account, server: at * 1000, at };
    const { outcomes, decisions } = decide(NO_STATE, { kind: 'arrivals', arrivals: [arrival], asked }, given);
    const bubble = decisions.find((one) => one.kind !== 'silent-feed');
    const steps = [...stepsOf(test, arrival, given, outcomes[0]!)];
    if (!bubble) return steps.slice(0, steps.findIndex(({ ok }) => !ok) + 1);
    const { toasts, doNotDisturb } = desktop();
    return [
      ...steps,
      { step: 'service', ok: toasts !== 'none' },
      { step: 'disturb', ok: doNotDisturb !== 'on', known: doNotDisturb !== 'unknown' },
      await deliver(bubble),
    ];
  };
}

/** What the engine looked at, in its order, and what it found. */
function stepsOf(
  { type, level }: TestAlert,
  arrival: Arrival,
  { now, zone, pausedUntil, settings }: Context,
  { verdicts }: Outcome,
): readonly TestAlertStep[] {
  const { rule, pattern } = ruleOf(arrival, settings);
  const muted = verdicts.find(({ step }) => step === 'muted');
  const isPaused = pausedUntil !== null && now < pausedUntil;
  const through = level === 'critical' && settings.criticalBreaksThrough;
  const quiet = quietUntil(settings.quietHours, now, zone);
  const seconds = settings.holdDownSeconds;
  return [
    { step: 'silence', ok: !muted, until: muted ? Number(muted.reason) : null },
    { step: 'rule', ok: rule === 'toast' || rule === 'quiet', rule, pattern },
    ...(type === TYPES.agentOffline && seconds > 0
      ? [{ step: 'hold-down', ok: true, seconds } as const]
      : []),
    { step: 'pause', ok: !isPaused || through, until: isPaused ? pausedUntil : null, through },
    // A pause is looked at first, and holds alone.
    ...(isPaused ? [] : [{ step: 'quiet', ok: quiet === null || through, until: quiet, through } as const]),
  ];
}

function arrivalOf({ type, level }: TestAlert, now: number, n: number): Arrival {
  const data = { test_agent_id: 0, task_id: 0, test_suite_id: 0 };
  return {
    key: { account: TAG, id: String(n), ts: now * 1000 },
    type,
    severity: 0,
    level,
    subject: subjectText(subjectOf(type, data, String(n))),
    data,
    seen: false,
    swallowed: false,
    baseline: false,
  };
}
