import {
  Ban,
  Bell,
  BellOff,
  Check,
  Clock3,
  Eye,
  Minus,
  MousePointerClick,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Detail, VerdictStep } from '../../src-shared/inbox';
import { typeKey } from '../../src-shared/preferences';
import { useWords } from '../app-context';

const ICONS: { readonly [Step in VerdictStep]: LucideIcon } = {
  seen: Eye,
  baseline: Minus,
  muted: BellOff,
  'text-rule': Check,
  'rule-toast': Check,
  'rule-quiet': Check,
  'rule-recovery': Check,
  'rule-badge': Minus,
  'rule-none': Minus,
  'no-outage': Minus,
  flapping: Bell,
  'flapping-quiet': Minus,
  rest: Bell,
  'hold-down': Clock3,
  'came-back': Check,
  superseded: Minus,
  overtaken: Minus,
  'still-down': Minus,
  paired: Bell,
  joined: Bell,
  storm: Bell,
  'storm-back': Bell,
  held: Clock3,
  'quiet-hours': Clock3,
  away: Clock3,
  breakthrough: Bell,
  snoozed: Clock3,
  unsnoozed: Minus,
  'snooze-end': Bell,
  'snooze-over': Check,
  escalated: Bell,
  digest: Bell,
  shown: Bell,
  'do-not-disturb': BellOff,
  'no-service': Ban,
  'no-answer': TriangleAlert,
  failed: TriangleAlert,
  clicked: MousePointerClick,
  closed: Minus,
  gone: Minus,
  'seen-elsewhere': Eye,
};

/** Something was put before the person's eyes. */
const TOLD: readonly VerdictStep[] = ['shown', 'do-not-disturb', 'clicked', 'digest', 'storm'];

/** Their reason is a moment, wall ms. */
const wall = (step: VerdictStep): boolean => step === 'muted' || step === 'snoozed';

/** What was decided of it, in order. */
export function Why({ detail }: { readonly detail: Detail }) {
  const { messages, format } = useWords();
  const words = messages.inbox.detail;
  const { verdicts, row } = detail;
  const told = verdicts.some(({ step }) => TOLD.includes(step));
  const type = messages.titles.typeNames[typeKey(row.type)];
  return (
    <div>
      <h2>{told ? words.whyAlerted : words.whyNot}</h2>
      {verdicts.length === 0 && <p className="muted">{words.noVerdicts}</p>}
      <ul className="why">
        {verdicts.map(({ at, step, reason }, i) => {
          const Icon = ICONS[step];
          return (
            <li key={`${i} ${step}`}>
              <Icon size={16} aria-hidden />
              <span>
                {words.verdicts[step](type, wall(step) ? format.moment(Number(reason), at) : reason)}
              </span>
              <time className="mono" title={format.full(at)}>
                {format.seconds(at)}
              </time>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
