import type { Words } from '../../../src-shared/messages/words';
import { levelRank, LEVELS, TYPES } from '../../../src-shared/notification';
import { nameOf, parseSubject, type SubjectNames } from '../../../src-shared/subject';
import { contextOf, pastTitleOf, titleOf, type TitleTools } from '../../../src-shared/titles';
import type { Brief } from '../alerts/arrival';
import { countOf, type Bubble, type Decision } from '../alerts/decision';
import { onlySort, SORTS, sumOf, type BySort } from '../alerts/sorts';
import type { ToastLook, ToastView } from '../ports';

/**
 * A bubble in words. No app name, no level word twice; the body says where and since when, then the next fact.
 * @param now wall ms: what began on another day is told with its day
 */
export function toastView(
  bubble: Bubble,
  words: Words,
  names: SubjectNames,
  accountName: string,
  now: number,
): ToastView {
  const tools = { ...words, names };
  const { first, tag } = bubble;
  const look = lookOf(bubble);
  const urgency = look === 'critical' ? 'critical' : levelRank(first.level) === 0 ? 'low' : 'normal';
  const where = words.messages.toasts.where(accountName, words.format.moment(first.key.ts / 1000, now));
  const body = isOne(bubble) ? bodyOfOne(bubble, where, tools) : bodyOfSeveral(bubble, where, tools);
  return {
    tag,
    title: headingOf(bubble, tools),
    body: body.filter((line) => line !== '').join('\n'),
    urgency,
    look,
    about: aboutOf(bubble),
    buttons: isOne(bubble) ? ['seen', 'snooze'] : [],
    sound: null,
  };
}

/** Good news of an outage looks like it, whatever its level; so does a storm of which nothing is left. */
export function lookOf({ kind, first, lines, open, back }: Bubble): ToastLook {
  if ([first, ...lines].some(({ level }) => level === 'critical')) return 'critical';
  const isOver = first.outageFrom !== null || (kind === 'storm-end' && open === 0 && back > 0);
  return isOver ? 'recovered' : first.level;
}

function aboutOf(bubble: Bubble): ToastView['about'] {
  if (isOne(bubble)) return ABOUT[bubble.first.type] ?? null;
  const sort = onlySort(bubble.bySort);
  return sort === null ? null : ABOUT_ALL[sort];
}

const ABOUT: { readonly [type: number]: ToastView['about'] } = {
  [TYPES.agentOffline]: 'lost',
  [TYPES.agentOnline]: 'back',
  [TYPES.taskFailed]: 'error',
  [TYPES.thresholdExceeded]: 'error',
};

const ABOUT_ALL = { offline: 'lost', back: 'back', failed: 'error', exceeded: 'error', other: null } as const;

/** A bubble that names an account's trouble: no item, so nothing to mark. */
export const OF_AN_ACCOUNT = {
  urgency: 'normal',
  look: 'warning',
  about: null,
  buttons: [],
  sound: null,
} as const;

/** "Nothing from Lab for 2 h". @param now wall ms */
export function silentFeedView(
  { tag, since }: Extract<Decision, { kind: 'silent-feed' }>,
  { messages: { toasts }, format }: Words,
  accountName: string,
  now: number,
): ToastView {
  const title = toasts.silentFeed(accountName, format.duration(now - since));
  return { tag, title, body: toasts.silentFeedHint, ...OF_AN_ACCOUNT };
}

const isOne = ({ kind }: Bubble): boolean => kind === 'item' || kind === 'flapping' || kind === 'rest';

function headingOf(bubble: Bubble, tools: TitleTools): string {
  const { toasts } = tools.messages;
  const { kind, first, bySort, lasted, byLevel, open } = bubble;
  const n = countOf(bubble);
  const seconds = Math.round((bubble.to - bubble.from) / 1e6);
  switch (kind) {
    case 'item':
      return bubble.again ? toasts.again(titleOf(first, tools)) : titleOf(first, tools);
    case 'flapping':
      return toasts.flapping(subjectName(first, tools));
    case 'rest':
      return toasts.rest(titleOf(first, tools));
    case 'storm':
    case 'storm-end':
      return toasts.storm(stormOf(bySort, toasts), seconds);
    case 'away': {
      const { levels } = tools.messages.titles;
      const there = LEVELS.toReversed().filter((level) => byLevel[level] > 0);
      const counts = there.map((level) => toasts.ofLevel(levels[level], byLevel[level]));
      const what = [...counts, ...(open > 0 ? [toasts.open(open)] : [])].join(', ');
      return lasted === null ? toasts.awayUnknown(what) : toasts.away(tools.format.duration(lasted), what);
    }
    case 'paused':
    case 'quiet':
    case 'silenced':
    case 'locked':
    case 'restart':
      return toasts.digests[kind](n);
  }
}

/** "40 tasks failed", or "40 alerts" where they differ: then the body counts them. */
function stormOf(bySort: BySort, { sorts, alerts }: Words['messages']['toasts']): string {
  const sort = onlySort(bySort);
  return sort === null || sort === 'other' ? alerts(sumOf(bySort)) : sorts[sort](bySort[sort]);
}

/** "30 tasks failed, 10 agents went offline"; nothing where the title says it. */
const partsOf = (bySort: BySort, { sorts }: Words['messages']['toasts']): string =>
  onlySort(bySort) === null
    ? SORTS.filter((sort) => bySort[sort] > 0)
        .toSorted((a, b) => (a === 'other' ? 1 : b === 'other' ? -1 : bySort[b] - bySort[a]))
        .map((sort) => sorts[sort](bySort[sort]))
        .join(', ')
    : '';

function bodyOfOne({ first, lines, members, kind }: Bubble, where: string, tools: TitleTools): string[] {
  const more = members.length - 1 - lines.length;
  return [
    where,
    kind === 'item' ? contextOf(first, tools) : '',
    ...lines.map((line) => titleOf(line, tools)),
    more > 0 ? tools.messages.toasts.more(more) : '',
  ];
}

function bodyOfSeveral(bubble: Bubble, where: string, tools: TitleTools): string[] {
  const { toasts } = tools.messages;
  const { kind, first, lines, open, openFirst, back, ownLink } = bubble;
  const isStorm = kind === 'storm' || kind === 'storm-end';
  const others = open - openFirst.length;
  const said = onlySort(bubble.bySort) === 'offline' ? toasts.backAndDown : toasts.overAndOpen;
  const names = openNames(openFirst, tools) + (others > 0 ? ', …' : '');
  return [
    partsOf(bubble.bySort, toasts),
    toasts.stormFirst(pastTitleOf(first, tools)), // a summary stands on while its members come back
    ...lines.map((line) => pastTitleOf(line, tools)),
    isStorm && back > 0 ? said(back, open, names) : '',
    !isStorm && open > 0 && kind !== 'restart' ? toasts.stillOpen(open, names) : '',
    ownLink
      ? toasts.ownLink(
          tools.format.time(ownLink.from),
          ownLink.to === null || ownLink.to === ownLink.from ? null : tools.format.time(ownLink.to),
        )
      : '',
    where,
  ];
}

function subjectName({ key, subject }: Brief, { messages: { titles }, names }: TitleTools): string {
  const parsed = parseSubject(subject);
  return nameOf(names, key.account, parsed) ?? titles.subject(parsed);
}

/** Of one kind by their numbers alone; else "9" might be a task or an agent. */
function openNames(open: readonly Brief[], tools: TitleTools): string {
  const kinds = new Set(open.map(({ subject }) => parseSubject(subject).kind));
  return open.map((one) => (kinds.size > 1 ? subjectName : shortName)(one, tools)).join(', ');
}

/** In a list of them the number alone says it, as the user's name does. */
const shortName = ({ key, subject }: Brief, { names }: TitleTools): string =>
  nameOf(names, key.account, parseSubject(subject)) ?? parseSubject(subject).id;
