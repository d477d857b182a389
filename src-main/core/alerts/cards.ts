import { TYPES, type NotificationKey } from '../../../src-shared/notification';
import { scoped, type Brief } from './arrival';
import { byUrgency } from './decision';
import { note, sameKey, type Draft, type Due, type Outcome } from './draft';

/** All that is due of one subject in one call: one bubble at most. */
export interface Card {
  /** The subject with its account, which is also the bubble's tag. */
  readonly tag: string;
  readonly kind: Due['kind'];
  /** What the bubble says first; `lines` are what it says beside that. */
  readonly head: Brief;
  readonly lines: readonly Brief[];
  readonly members: readonly NotificationKey[];
  /** What it tells, the outage that it ends too. */
  readonly briefs: readonly Brief[];
  readonly tells: readonly NotificationKey[];
  readonly outcomes: readonly Outcome[];
  readonly quiet: boolean;
  /** The outages whose end it is. */
  readonly ends: readonly Brief[];
  /** An outage that lasts. */
  readonly open: boolean;
  /** An outage and its end, both for the first time. */
  readonly whole: boolean;
}

/**
 * Puts together what is due of each subject: an outage and its end in one call are one bubble that says the end;
 * of others the most urgent stands first and the rest become its lines (steps 6 and 7).
 */
export function cardsOf({ due }: Draft): readonly Card[] {
  const bySubject = new Map<string, Due[]>();
  for (const one of due) {
    const tag = scoped(one.brief);
    const others = bySubject.get(tag) ?? [];
    bySubject.set(tag, [...others.filter((other) => !supersedes(one, other)), one]);
  }
  return [...bySubject].map(([tag, dues]) => cardOf(tag, dues, due));
}

/** What flaps, or came to rest, says all that was due of it. */
function supersedes(next: Due, before: Due): boolean {
  if (next.kind !== 'flapping' && next.kind !== 'rest') return false;
  note(before.outcome, 'flapping-quiet');
  return true;
}

function cardOf(tag: string, dues: readonly Due[], all: readonly Due[]): Card {
  const ends = dues.flatMap(({ ended }) => (ended ? [ended] : []));
  const isEnded = (due: Due): boolean => ends.some(({ key }) => sameKey(key, due.brief.key));
  const ended = dues.filter(isEnded);
  for (const due of ended) note(due.outcome, 'paired');
  const said = dues.filter((due) => !ended.includes(due));
  const head = said.reduce((best, one) => (isBefore(one, best) ? one : best));
  const keys = ends.map(({ key }) => key);
  const before = keys.filter((key) => !all.some(({ brief }) => sameKey(brief.key, key)));
  return {
    tag,
    kind: head.kind,
    head: head.says,
    lines: said.filter((one) => one !== head).map(({ says }) => says),
    members: said.map(({ brief }) => brief.key),
    briefs: dues.map(({ brief }) => brief),
    tells: [...dues.map(({ brief }) => brief.key), ...before],
    outcomes: dues.map(({ outcome }) => outcome),
    ends,
    quiet: said.every(({ quiet }) => quiet),
    open: said.some(({ kind, brief }) => kind === 'down' || (kind === 'rest' && isDown(brief))),
    whole: ended.length > 0,
  };
}

/** The more urgent; of equals the later, which is how things stand now. */
const isBefore = (a: Due, b: Due): boolean =>
  a.says.level === b.says.level ? a.says.key.ts >= b.says.key.ts : byUrgency(a.says, b.says) < 0;

const isDown = ({ type }: Brief): boolean => type === TYPES.agentOffline || type === TYPES.taskFailed;
