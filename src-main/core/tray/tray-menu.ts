import type { Silence } from '../../../src-shared/alert-rules';
import { needsToken } from '../../../src-shared/app-error';
import type { AccountState, AppState } from '../../../src-shared/app-state';
import type { Row } from '../../../src-shared/inbox';
import type { Words } from '../../../src-shared/messages/words';
import { pauseChoices } from '../../../src-shared/moments';
import { levelRank, type NotificationKey } from '../../../src-shared/notification';
import { typeKey } from '../../../src-shared/preferences';
import { nameOf, parseSubject } from '../../../src-shared/subject';
import { titleOf, type TitleTools } from '../../../src-shared/titles';
import { cut } from '../cut';

/** What a tray entry does when chosen; all of them end in the same functions as the window's buttons. */
export type TrayAction =
  | { readonly act: 'open' | 'preferences' | 'connect' | 'poll-now' | 'quit' | 'resume' | 'pause-other' }
  | { readonly act: 'open-item'; readonly key: NotificationKey }
  | { readonly act: 'mark-all' | 'account'; readonly account: string }
  | { readonly act: 'pause'; readonly minutes: number }
  /** Wall ms. */
  | { readonly act: 'pause-until'; readonly until: number }
  | { readonly act: 'end-silence'; readonly id: string };

export type TrayEntry =
  { readonly separator: true } | { readonly label: string; readonly action: TrayAction | null };

const MAX_LABEL = 60;
/** So many of the most urgent unseen items are named. */
export const TRAY_ITEMS = 5;
/** Of accounts and of silences: beyond that the window says it better. */
const MOST_LINES = 4;

const SEPARATOR: TrayEntry = { separator: true };
const entry = (label: string, action: TrayAction | null): TrayEntry => ({
  label: cut(label, MAX_LABEL),
  action,
});

/**
 * The whole menu, anew at each change: a tray never hears of a changed label. Nothing in it ticks.
 * @param now wall ms @param zone IANA name; `undefined`: the system's
 */
export function trayMenu(
  state: AppState,
  unseen: readonly Row[],
  words: Words,
  now: number,
  zone?: string,
): TrayEntry[] {
  const { tray } = words.messages;
  const inboxes = state.accounts.filter((one) => one.kind === 'inbox' && one.health.state !== 'archived');
  const top = [entry(tray.open, { act: 'open' }), SEPARATOR];
  const end = [SEPARATOR, entry(tray.preferences, { act: 'preferences' }), entry(tray.quit, { act: 'quit' })];
  if (inboxes.length === 0) return [...top, entry(tray.connect, { act: 'connect' }), ...end];
  const tools: TitleTools = { ...words, names: state.preferences.subjectNames };
  return [
    ...top,
    ...health(inboxes, words, now),
    SEPARATOR,
    ...items(state, unseen, tools, now),
    ...marks(inboxes, words),
    SEPARATOR,
    ...pause(state, words, now, zone),
    ...silences(state, tools, now),
    entry(tray.pollNow, { act: 'poll-now' }),
    ...end,
  ];
}

const WORST = ['archived', 'idle', 'watching', 'paused', 'starting', 'troubled', 'not-watching'] as const;

/** A line an account, the worst first; a click shows the account. */
function health(inboxes: readonly AccountState[], { messages, format }: Words, now: number): TrayEntry[] {
  const { health: words, more } = messages.tray;
  const rank = ({ health: { state } }: AccountState): number => WORST.indexOf(state);
  const lines = inboxes
    .toSorted((a, b) => rank(b) - rank(a))
    .map(({ id, name, health: { state, ...rest } }) => {
      const since = 'since' in rest ? format.moment(rest.since, now) : '';
      const isToken = state === 'not-watching' && 'failure' in rest && needsToken(rest.failure);
      const text = {
        starting: words.starting(name),
        watching: words.watching(name),
        idle: name,
        archived: name,
        paused: words.paused(name, since),
        troubled: words.troubled(name, since),
        'not-watching': isToken ? words.token(name) : words.lost(name, since),
      }[state];
      return entry(text, { act: 'account', account: id });
    });
  return some(lines, (n) => entry(more(n), { act: 'open' }));
}

/** The most urgent, of each level the newest first, each with its time; what is plain information needs no word for it. */
function items({ snoozed }: AppState, unseen: readonly Row[], tools: TitleTools, now: number): TrayEntry[] {
  const { tray, titles } = tools.messages;
  const urgent = unseen.toSorted((a, b) => levelRank(b.level) - levelRank(a.level) || b.key.ts - a.key.ts);
  const rows = urgent.slice(0, TRAY_ITEMS).map((row) => {
    const level = row.level === 'info' ? '' : `${titles.levels[row.level]} · `;
    const label = `${tools.format.moment(row.key.ts / 1000, now)}  ${level}${titleOf(row, tools)}`;
    return entry(label, { act: 'open-item', key: row.key });
  });
  const away = snoozed.count > 0 ? [entry(tray.snoozed(snoozed.count), null)] : [];
  return [...(rows.length > 0 ? rows : [entry(tray.noUnseen, null)]), ...away];
}

function marks(inboxes: readonly AccountState[], { messages: { tray } }: Words): TrayEntry[] {
  const some = inboxes.filter(({ counts, health: { state } }) => counts.unseen > 0 && state !== 'paused');
  if (some.length === 0) return [entry(tray.markAll, null)];
  return some.map(({ id, name }) =>
    entry(inboxes.length > 1 ? tray.markAllOf(name) : tray.markAll, { act: 'mark-all', account: id }),
  );
}

/** "Paused until 9:30 · 14 held" and its end; quiet hours end by themselves. */
function pause(
  { pausedUntil, quietUntil, held }: AppState,
  words: Words,
  now: number,
  zone?: string,
): TrayEntry[] {
  const { messages, format } = words;
  const { tray } = messages;
  const said = (text: string): TrayEntry =>
    entry([text, held > 0 && tray.held(held)].filter(Boolean).join(' · '), null);
  if (pausedUntil !== null)
    return [said(tray.paused(format.moment(pausedUntil, now))), entry(tray.resume, { act: 'resume' })];
  return [
    ...(quietUntil === null ? [] : [said(tray.quiet(format.moment(quietUntil, now)))]),
    ...pauseChoices(now, zone).map((one) =>
      one.kind === 'minutes'
        ? entry(tray.pause(one.minutes), { act: 'pause', minutes: one.minutes })
        : entry(tray.pauseUntil(format.time(one.until)), { act: 'pause-until', until: one.until }),
    ),
    entry(tray.pauseOther, { act: 'pause-other' }),
  ];
}

/** "2 silences", and each with its end, unless an administrator has set them: those that last longest come last. */
function silences({ silences: all, locks }: AppState, tools: TitleTools, now: number): TrayEntry[] {
  if (all.length === 0) return [];
  const { tray } = tools.messages;
  const isLocked = locks.names.includes('silences');
  const lines = all
    .toSorted((a, b) => a.until - b.until)
    .map((one) => {
      const time = tools.format.moment(one.until, now);
      // The name may be long; until when must be seen.
      const say = isLocked ? tray.silence : tray.endSilence;
      const label = say(cut(what(one, tools), MAX_LABEL - say('', time).length), time);
      return entry(label, isLocked ? null : { act: 'end-silence', id: one.id });
    });
  return [
    entry(tray.silences(all.length), null),
    ...some(lines, (n) => entry(tray.more(n), { act: 'preferences' })),
  ];
}

function what({ what: of }: Silence, { messages, names }: TitleTools): string {
  switch (of.by) {
    case 'subject': {
      const subject = parseSubject(of.subject);
      return nameOf(names, of.account, subject) ?? messages.titles.subject(subject);
    }
    case 'type':
      return messages.titles.typeNames[typeKey(of.type)];
    case 'text':
      return messages.tray.text(of.pattern);
  }
}

function some(lines: readonly TrayEntry[], more: (n: number) => TrayEntry): TrayEntry[] {
  const left = lines.length - MOST_LINES;
  return left > 1 ? [...lines.slice(0, MOST_LINES), more(left)] : [...lines];
}
