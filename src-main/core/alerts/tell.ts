import { scoped } from './arrival';
import { cardsOf, type Card } from './cards';
import { note, sameKey, type Draft } from './draft';
import { breaksThrough, holdingReason, keep } from './holding';
import { placed } from './replacing';
import { spread } from './storm';
import { setOutage } from './subjects';

/** What is due becomes bubbles, or is held: steps 10, 7 and 8, in the order in which they decide. */
export function tell(draft: Draft): void {
  if (draft.due.length === 0) return;
  const cards = cardsOf(draft);
  draft.due = [];
  const reason = holdingReason(draft);
  const fresh: Card[] = [];
  for (const card of cards) {
    const { account } = card.head.key;
    // Quiet hours or a pause go first: what is critical breaks through them, and through no digest.
    const why = reason(account) ?? (account === draft.answered ? 'away' : null);
    const critical = [card.head, ...card.lines].find(({ level }) => level === 'critical');
    if (why !== null && !(critical && breaksThrough(critical, why, draft))) {
      hold(draft, card, why);
      continue;
    }
    if (why !== null) for (const outcome of card.outcomes) note(outcome, 'breakthrough');
    if (!placed(draft, card)) fresh.push(card);
  }
  spread(draft, fresh);
}

function hold(draft: Draft, card: Card, why: 'away' | 'paused' | 'quiet'): void {
  const outage = draft.subjects.get(card.tag)?.outage;
  card.briefs.forEach((brief, index) => {
    const outcome = card.outcomes[index]!;
    // The end of an outage that is held with it is no item of its own: the outage counts, as over.
    if (card.whole && card.briefs.some(({ key }) => key.ts === brief.outageFrom)) {
      outcome.toast = 'skip';
      return note(outcome, 'paired');
    }
    const open = card.open && outage != null && sameKey(outage.brief.key, brief.key);
    keep(draft, brief, why, open, outcome);
    // One that comes back from a snooze was told before.
    if (open)
      setOutage(draft, scoped(brief), (one) =>
        one.told === 'due' ? { ...one, told: 'no', tag: null } : one,
      );
  });
}
