import { keyText, type NotificationKey } from '../../../src-shared/notification';
import { scoped, type Brief } from './arrival';
import type { Card } from './cards';
import { byUrgency, countLevels, foremost, single, type Bubble } from './decision';
import { keySet, nextTag, note, outcomeOf, retract, sameKey, type Draft, type Outcome } from './draft';
import type { Outage, Recent, Storm } from './engine-state';
import { ownLink } from './own-link';
import { NO_SORTS, sortOf, withSorts } from './sorts';
import { stands } from './standing';
import { askedBy, BEGAN, beginsOutage, setOutage } from './subjects';

/** Step 8: more bubbles than these due within this time become one. */
const STORM_OVER = 5;
const WITHIN_MS = 30_000;
/** It ends after so long without a new member, and is drawn anew no more often than this. */
const QUIET_MS = 60_000;
const REDRAW_MS = 5_000;
const NAMED = 5;

/** One bubble a card, or one summary for all of them, which grows in place while the storm lasts. */
export function spread(draft: Draft, cards: readonly Card[]): void {
  if (cards.length === 0) return;
  const { now } = draft;
  draft.recent = draft.recent.filter(({ at }) => now - at < WITHIN_MS && at <= now);
  if (draft.storm) draft.storm = withCards(draft, draft.storm, cards);
  else if (draft.recent.length + cards.length > STORM_OVER) begin(draft, cards);
  else draft.recent = [...draft.recent, ...cards.map((card) => alone(draft, card))];
  drawStorm(draft);
  if (draft.storm) draft.recent = [];
}

function alone(draft: Draft, card: Card): Recent {
  const { tag, kind, head, lines, members, tells, quiet } = card;
  const bubble = single(head, tag, {
    kind: kind === 'flapping' || kind === 'rest' ? kind : 'item',
    lines,
    members,
    tells,
    quiet,
    byLevel: countLevels([head, ...lines]),
  });
  draft.decisions.push(bubble);
  stands(draft, bubble);
  settle(draft, card, tag);
  return { tag, at: draft.now, sort: sortOf(card), members: card.briefs };
}

/** Its rows are on their way to the desktop, its outage too. */
export function settle(draft: Draft, card: Card, tag: string): void {
  for (const outcome of card.outcomes) outcome.toast = 'showing';
  if (card.open) setOutage(draft, card.tag, askedBy(tag));
}

/** Those that stand already are taken over, and withdrawn once the summary stands. */
function begin(draft: Draft, cards: readonly Card[]): void {
  const { now, recent } = draft;
  const taken = recent.flatMap(({ members }) => members);
  const first = foremost([...taken, ...cards.map(({ head }) => head)]);
  const { account } = first.key;
  const tag = nextTag(draft, `${account}/storm`);
  const empty: Storm = {
    tag,
    account,
    members: [],
    byLevel: countLevels([]),
    first,
    lines: [],
    from: first.key.ts,
    to: first.key.ts,
    bySort: withSorts(
      NO_SORTS,
      recent.map(({ sort }) => sort),
    ),
    down: [],
    back: 0,
    lastAt: now,
    drawnAt: -Infinity,
    stale: true,
    takes: recent.map((one) => one.tag),
  };
  draft.storm = withCards(draft, grown(empty, taken, openTaken(draft, tag), 0), cards);
}

/** Outages of the bubbles that are taken over: their tag is the summary's from now on. */
function openTaken(draft: Draft, tag: string): readonly Brief[] {
  return draft.recent.flatMap((one) => {
    draft.standing.delete(one.tag);
    return one.members.filter((brief) => {
      note(outcomeOf(draft, brief.key), 'storm');
      const outage = draft.subjects.get(scoped(brief))?.outage;
      if (outage?.tag !== one.tag || !sameKey(outage.brief.key, brief.key)) return false;
      setOutage(draft, scoped(brief), (of) => ({ ...of, tag }));
      return true;
    });
  });
}

function withCards(draft: Draft, storm: Storm, cards: readonly Card[]): Storm {
  const briefs = cards.flatMap((card) => card.briefs);
  for (const card of cards) {
    leaveState(draft, card);
    settle(draft, card, storm.tag);
  }
  const open = cards.flatMap((card) => openOf(draft, card));
  const next = grown(storm, briefs, open, cards.filter(({ whole, open: lasts }) => whole && !lasts).length);
  const count = String(next.members.length);
  for (const { outcomes } of cards) for (const outcome of outcomes) note(outcome, 'storm', count);
  return { ...next, bySort: withSorts(storm.bySort, cards.map(sortOf)), lastAt: draft.now };
}

/**
 * What flaps, or came to rest, takes the place of what was said of its ups and downs, also where a summary says it: that
 * is true no more. Something else of its subject stays.
 */
function leaveState(draft: Draft, { kind, tag }: Card): void {
  const standing = draft.standing.get(tag);
  if ((kind !== 'flapping' && kind !== 'rest') || !standing?.first) return;
  const isOfState = ({ type }: Brief): boolean => beginsOutage(type) || BEGAN[type] !== undefined;
  if ([standing.first, ...standing.lines].every(isOfState)) retract(draft, tag);
}

const openOf = ({ subjects }: Draft, { tag, briefs }: Card): readonly Brief[] => {
  const outage = subjects.get(tag)?.outage;
  return outage ? briefs.filter(({ key }) => sameKey(key, outage.brief.key)) : [];
};
function grown(storm: Storm, briefs: readonly Brief[], open: readonly Brief[], back: number): Storm {
  const first = briefs.length === 0 ? storm.first : foremost([storm.first, ...briefs]);
  const critical = [storm.first, ...storm.lines, ...briefs].filter(({ level }) => level === 'critical');
  const byLevel = { ...storm.byLevel };
  for (const { level } of briefs) byLevel[level] += 1;
  return {
    ...storm,
    members: [...storm.members, ...briefs.map(({ key }) => key)],
    byLevel,
    first,
    lines: distinct(critical.toSorted(byUrgency))
      .filter((one) => !sameKey(one.key, first.key))
      .slice(0, 3),
    ...span(storm, briefs),
    // Only their numbers are named.
    down: [...storm.down, ...open.map((brief) => ({ ...brief, data: null }))],
    back: storm.back + back,
    stale: true,
  };
}

/**
 * The longest that one account's members took, by its own server's stamps: those of two servers have two clocks, and
 * their difference is no duration.
 */
function span({ account, members, from, to }: Storm, briefs: readonly Brief[]): Pick<Storm, 'from' | 'to'> {
  const stamps = (of: string, keys: readonly NotificationKey[]): number[] =>
    keys.filter((key) => key.account === of).map(({ ts }) => ts);
  const keys = briefs.map(({ key }) => key);
  const own = stamps(account, keys);
  const least = own.reduce((a, b) => Math.min(a, b), from);
  let most = own.reduce((a, b) => Math.max(a, b), to);
  for (const other of new Set(keys.map((key) => key.account))) {
    if (other === account) continue;
    const all = [...stamps(other, members), ...stamps(other, keys)];
    most = Math.max(
      most,
      least + all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b)),
    );
  }
  return { from: least, to: most };
}

const distinct = (briefs: readonly Brief[]): Brief[] =>
  briefs.filter((one, index) => briefs.findIndex(({ key }) => sameKey(key, one.key)) === index);

/** An outage of the storm ended: it is counted in the summary. @returns false where it is none of its own */
export function stormBack(draft: Draft, brief: Brief, ended: Outage, outcome: Outcome): boolean {
  const { storm } = draft;
  if (!storm || ended.tag !== storm.tag) return false;
  draft.stormBacks.push({ brief, ended: ended.brief.key });
  outcome.toast = 'showing';
  note(outcome, 'storm-back');
  return true;
}

/**
 * Counts them together: a storm of a thousand may end in one answer. Who is well again is not down, whether its return
 * is said or not: it may flap, or be muted.
 */
export function countBacks(draft: Draft): void {
  const { storm, stormBacks } = draft;
  if (!storm) return;
  const ended = keySet(stormBacks.map((one) => one.ended));
  const down = storm.down.filter(
    (brief) => !ended.has(keyText(brief.key)) && draft.subjects.get(scoped(brief))?.down !== false,
  );
  if (stormBacks.length === 0 && down.length === storm.down.length) return;
  draft.storm = {
    ...storm,
    down,
    members: [...storm.members, ...stormBacks.map(({ brief }) => brief.key)],
    back: storm.back + stormBacks.length,
    stale: true,
  };
}

/** Draws what moved, no more often than every 5 s; after a minute without a new member its closing line. */
export function drawStorm(draft: Draft): void {
  const { storm, now } = draft;
  if (!storm) return;
  if (now - storm.lastAt >= QUIET_MS || storm.lastAt > now) {
    draft.storm = null;
    if (storm.stale || storm.refused || storm.down.length + storm.back > 0) show(draft, storm, 'storm-end');
    return;
  }
  if (!storm.stale || (now - storm.drawnAt < REDRAW_MS && storm.drawnAt <= now)) return;
  show(draft, storm, 'storm');
  draft.storm = { ...storm, drawnAt: now, stale: false };
}

/** Wall ms at which it has something to do next. */
export const stormDueAt = ({ lastAt, drawnAt, stale }: Storm): number =>
  stale ? Math.min(lastAt + QUIET_MS, drawnAt + REDRAW_MS) : lastAt + QUIET_MS;

function show(draft: Draft, storm: Storm, kind: 'storm' | 'storm-end'): void {
  const { lastAt: _at, drawnAt, stale: _stale, refused: _refused, takes, down, members, ...rest } = storm;
  const first = drawnAt === -Infinity;
  const bubble: Bubble = {
    ...rest,
    kind,
    members,
    tells: members,
    open: down.length,
    openFirst: down.slice(0, NAMED),
    lasted: null,
    ownLink: ownLink(draft, storm.account),
    update: !first,
    quiet: false,
    again: false,
    withdraw: takes,
  };
  draft.decisions.push(bubble);
  stands(draft, bubble);
}
