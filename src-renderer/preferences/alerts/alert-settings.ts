import { defaultPreferences } from '../../../src-shared/preferences';
import type { Setting } from '../setting';
import { Matrix } from './Matrix';
import { BreaksThrough, Escalate, Flapping, WaitSeconds } from './Numbers';
import { PreviewRow } from './PreviewRow';
import { QuietHours } from './QuietHours';
import { Silences } from './Silences';
import { TestAlertRow } from './TestAlertRow';
import { TextRules } from './TextRules';

const own = defaultPreferences;

/** The rows of the section "alerts": rules that wait for Save, then what acts at once. */
export const ALERT_SETTINGS: readonly Setting[] = [
  {
    id: 'toasts',
    section: 'alerts',
    names: ['toasts', 'toastsByLevel'],
    text: ({ alerts: { rules }, pages: { preferences: words }, titles }) => ({
      label: rules.label,
      hint: rules.hint,
      also: [
        words.also.toasts,
        ...Object.values(words.rules),
        ...Object.values(titles.typeNames),
        ...Object.values(titles.levels),
      ],
    }),
    wide: true,
    Control: Matrix,
  },
  {
    id: 'text-rules',
    section: 'alerts',
    names: ['textRules'],
    text: ({ alerts: { text } }, { textRules }) => ({
      label: text.label,
      hint: text.hint,
      also: [text.add, ...textRules.map(({ pattern }) => pattern)],
    }),
    defaults: ({ messages }) => messages.alerts.text.defaults,
    wide: true,
    Control: TextRules,
  },
  {
    id: 'hold-down',
    section: 'alerts',
    names: ['holdDownSeconds'],
    text: ({ alerts: { wait } }) => ({ label: wait.label, hint: wait.hint }),
    defaults: ({ messages }) => `${own.holdDownSeconds} ${messages.alerts.wait.unit}`,
    Control: WaitSeconds,
  },
  {
    id: 'flapping',
    section: 'alerts',
    names: ['flapChanges', 'flapMinutes'],
    text: ({ alerts: { flapping } }) => ({
      label: flapping.label,
      hint: flapping.hint,
      also: [flapping.changes, flapping.minutes],
    }),
    defaults: ({ messages }) => messages.alerts.flapping.defaults(own.flapChanges, own.flapMinutes),
    wide: true,
    Control: Flapping,
  },
  {
    id: 'quiet-hours',
    section: 'alerts',
    names: ['quietHours'],
    text: ({ alerts: { quiet } }) => ({
      label: quiet.label,
      hint: quiet.hint,
      also: [quiet.add, ...Object.values(quiet.dayNames)],
    }),
    defaults: ({ messages }) => messages.alerts.quiet.defaults,
    wide: true,
    Control: QuietHours,
  },
  {
    id: 'break-through',
    section: 'alerts',
    names: ['criticalBreaksThrough'],
    text: ({ alerts: { through } }) => ({ label: through.label, hint: through.hint }),
    defaults: ({ messages }) => messages.pages.preferences.on,
    Control: BreaksThrough,
  },
  {
    id: 'escalate',
    section: 'alerts',
    names: ['escalate'],
    text: ({ alerts: { escalate } }) => ({ label: escalate.label, hint: escalate.hint }),
    defaults: ({ messages }) => messages.alerts.flapping.off,
    Control: Escalate,
  },
  {
    id: 'preview',
    section: 'alerts',
    names: [],
    text: ({ alerts: { preview } }) => ({
      label: preview.label,
      hint: preview.hint,
      also: [preview.save, preview.discard],
    }),
    wide: true,
    Control: PreviewRow,
  },
  {
    id: 'silences',
    section: 'alerts',
    names: ['silences'],
    text: ({ alerts: { silences } }) => ({
      label: silences.label,
      hint: silences.hint,
      also: [silences.add, ...Object.values(silences.kinds)],
    }),
    wide: true,
    Control: Silences,
  },
  {
    id: 'test-alert',
    section: 'alerts',
    names: [],
    text: ({ alerts: { test } }) => ({ label: test.label, hint: test.hint, also: [test.send] }),
    wide: true,
    Control: TestAlertRow,
  },
];
