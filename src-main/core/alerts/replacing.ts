import { levelRank, type Level } from '../../../src-shared/notification';
import type { Card } from './cards';
import { countLevels, single } from './decision';
import { note, type Draft } from './draft';
import { stands } from './standing';
import { settle } from './storm';

const LINES = 3;

/**
 * Step 7: a bubble that its subject's own takes in, in place. The end of an outage becomes its title (step 6); what
 * is of a lower level than an unclicked one becomes a line of its body.
 * @returns false where it needs a new bubble; one of the same tag then takes the place of the old
 */
export function placed(draft: Draft, card: Card): boolean {
  const standing = draft.standing.get(card.tag);
  if (!standing || standing.of !== 'subject' || !standing.first) return false;
  const { tag, head, lines, members, tells, quiet } = card;
  const isEnd = card.kind === 'recovered' && !card.whole;
  // What came to rest is how things stand now: it is no line of what it was before.
  const isLower = card.kind !== 'rest' && levelRank(worst(card)) < levelRank(standing.level);
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

const worst = ({ head, lines }: Card): Level =>
  [head, ...lines].reduce<Level>(
    (most, { level }) => (levelRank(level) > levelRank(most) ? level : most),
    'info',
  );
