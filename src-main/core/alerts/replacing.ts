import { levelRank } from '../../../src-shared/notification';
import type { Brief } from './arrival';
import type { Card } from './cards';
import { countLevels, single } from './decision';
import { note, type Draft } from './draft';
import { stands } from './standing';
import { settle } from './storm';
import { beginsOutage } from './subjects';

const LINES = 3;

/**
 * Step 7: a bubble that its subject's own takes in, in place. The end of an outage becomes its title (step 6); what
 * is of a lower level than an unclicked one becomes a line of its body, and so does an end where something more urgent
 * than its outage stands.
 * @returns false where it needs a new bubble; one of the same tag then takes the place of the old
 */
export function placed(draft: Draft, card: Card): boolean {
  const standing = draft.standing.get(card.tag);
  if (!standing || standing.of !== 'subject' || !standing.first) return false;
  const { tag, head, lines, members, tells, quiet } = card;
  const isEnd =
    card.kind === 'recovered' && !card.whole && !outranks([standing.first, ...standing.lines], card.ends);
  // What flaps, or came to rest, is how things stand now: it is no line of what it was before.
  const isState = card.kind === 'flapping' || card.kind === 'rest';
  const isLower = !isState && rankOf([card.head, ...card.lines]) < levelRank(standing.level);
  if (!isEnd && !isLower) return false;
  const bubble = isEnd
    ? single(head, tag, { lines, members, tells, quiet, update: true })
    : single(standing.first, tag, {
        lines: [head, ...lines, ...standing.lines].slice(0, LINES),
        members: [...standing.members, ...members],
        tells,
        byLevel: countLevels([standing.first, head, ...lines, ...standing.lines]),
        quiet,
        update: true,
      });
  draft.decisions.push(bubble);
  stands(draft, bubble);
  settle(draft, card, tag);
  if (!isEnd) for (const outcome of card.outcomes) note(outcome, 'joined');
  return true;
}

/** The end of an outage is none of what else is said of its subject. */
const outranks = (said: readonly Brief[], ended: readonly Brief[]): boolean =>
  rankOf(said.filter(({ type }) => !beginsOutage(type))) > rankOf(ended);

const rankOf = (briefs: readonly Brief[]): number => Math.max(...briefs.map(({ level }) => levelRank(level)));
