import type { Silence } from '../src-shared/alert-rules';
import { dayAt } from '../src-shared/moments';
import { typeKey } from '../src-shared/preferences';
import { nameOf, parseSubject } from '../src-shared/subject';
import { useActs, useApp, useParts, useTitleTools } from './app-context';

const HOUR = 3_600_000;
/** The contract's bound. */
export const MOST_SILENCES = 100;

export const DURATIONS = ['hour', 'shift', 'morning', 'week'] as const;
export type Duration = (typeof DURATIONS)[number];

/** Wall ms at which it ends; a silence always does. @param now wall ms */
export function silenceEnd(duration: Duration, now: number): number {
  switch (duration) {
    case 'hour':
      return now + HOUR;
    case 'shift':
      return now + 8 * HOUR;
    case 'morning':
      return dayAt(1, 8 * 60, now);
    case 'week':
      return now + 7 * 24 * HOUR;
  }
}

/** Those that have not ended. */
export const standing = (silences: readonly Silence[], now: number): readonly Silence[] =>
  silences.filter(({ until }) => now < until);

const sameWhat = (a: Silence['what'], b: Silence['what']): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Another one of the same only moves its end. Those that have ended are left out. */
export function withSilence(
  silences: readonly Silence[],
  what: Silence['what'],
  until: number,
  now: number,
): readonly Silence[] {
  const left = standing(silences, now);
  const there = left.find((one) => sameWhat(one.what, what));
  if (there) return left.map((one) => (one === there ? { ...one, until } : one));
  return [...left, { id: crypto.randomUUID(), what, until }];
}

/** What a silence is of, in words: the user's name, the title's own; with its account where there are several. */
export function useSilenceName(): (what: Silence['what']) => string {
  const { messages, names } = useTitleTools();
  const accounts = useApp((state) => state.accounts);
  return (what) => {
    if (what.by === 'text') return messages.alerts.silences.text(what.pattern);
    if (what.by === 'type') return messages.titles.typeNames[typeKey(what.type)];
    const subject = parseSubject(what.subject);
    const name = nameOf(names, what.account, subject) ?? messages.titles.subject(subject);
    const where = accounts.length > 1 ? accounts.find(({ id }) => id === what.account)?.name : undefined;
    return where === undefined ? name : `${name} (${where})`;
  };
}

/** Puts the silences as they are to be; what went wrong is said in the strip. @returns whether they are */
export function useSilences() {
  const { bridge, store } = useParts();
  const acts = useActs();
  async function put(silences: readonly Silence[]): Promise<boolean> {
    const reply = await bridge.call('preferences', { silences: [...silences] });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
    return reply.ok;
  }
  const now = (): readonly Silence[] => store.getState().app?.preferences.silences ?? [];
  return {
    put,
    /** @param until wall ms */
    silence: (what: Silence['what'], until: number): Promise<boolean> =>
      put(withSilence(now(), what, until, Date.now())),
    /** @returns until when it is (wall ms); `null`: it is not */
    silenceFor: async (what: Silence['what'], duration: Duration): Promise<number | null> => {
      const from = Date.now();
      const until = silenceEnd(duration, from);
      return (await put(withSilence(now(), what, until, from))) ? until : null;
    },
    end: (id: string): Promise<boolean> => put(standing(now(), Date.now()).filter((one) => one.id !== id)),
  };
}
