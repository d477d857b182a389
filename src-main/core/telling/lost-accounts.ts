import type { Failure } from '../../../src-shared/app-error';
import type { Clock } from '../ports';

/** One account that cannot be seen, with its cause. */
export interface Lost {
  readonly account: string;
  readonly failure: Failure;
}

/** One bubble. It keeps the first account's tag, whose place it took. */
interface Group {
  readonly tag: string;
  readonly lost: Map<string, Failure>;
  /** Monotonic ms of the last that joined, and of the last drawing. */
  joinedAt: number;
  drawnAt: number;
  cancel: () => void;
  /** A person closed it: it changes no more, and only another account brings it back. */
  closed: boolean;
}

export interface LostAccountsDeps {
  readonly clock: Pick<Clock, 'monotonic' | 'after'>;
  /** @param update a change in place, which makes no sound */
  readonly draw: (tag: string, lost: readonly Lost[], update: boolean) => Promise<unknown>;
  readonly withdraw: (tag: string) => void;
}

/** What is lost so soon after another is lost with it, as a storm ends (`alerts/storm.ts`). ms */
const TOGETHER_MS = 60_000;
/** "An update in place comes at most every 5 s" (docs/alerts.md, Words). ms */
const REDRAW_MS = 5_000;

/**
 * Accounts that are lost together are one bubble, not one each: the first is told at once, the others change it in
 * place, and so does each that comes back; with the last of them it goes (docs/alerts.md, Watchdog).
 */
export function createLostAccounts({ clock, draw, withdraw }: LostAccountsDeps) {
  const groups: Group[] = [];
  const of = (tag: string): Group | undefined => groups.find((one) => one.tag === tag);

  function show(group: Group, update: boolean): Promise<unknown> {
    group.cancel();
    group.drawnAt = clock.monotonic();
    return draw(group.tag, listed(group), update);
  }

  function redraw(group: Group): void {
    group.cancel();
    const left = Math.max(0, group.drawnAt + REDRAW_MS - clock.monotonic());
    group.cancel = clock.after(left, () => void show(group, true));
  }

  return {
    /** Settles when a new bubble was drawn; one that changes is drawn in its time. */
    async lost(account: string, failure: Failure): Promise<void> {
      const now = clock.monotonic();
      const tag = tagOf(account);
      // Its own tag first: of two bubbles with one tag only one would stand.
      const group = of(tag) ?? groups.findLast(({ joinedAt }) => now - joinedAt < TOGETHER_MS);
      if (group) {
        group.lost.set(account, failure);
        group.joinedAt = now;
        group.closed = false;
        return redraw(group);
      }
      const lost = new Map([[account, failure]]);
      const made = { tag, lost, joinedAt: now, drawnAt: now, cancel: () => undefined, closed: false };
      groups.push(made);
      await show(made, false);
    },
    /** It is seen again, or nobody asks any more; also what an earlier run said of it goes. */
    back(account: string): void {
      const group = groups.find(({ lost }) => lost.has(account));
      group?.lost.delete(account);
      if (group && group.lost.size === 0) {
        group.cancel();
        groups.splice(groups.indexOf(group), 1);
        withdraw(group.tag);
      } else if (group && !group.closed) redraw(group);
      const tag = tagOf(account);
      if (!of(tag) && group?.tag !== tag) withdraw(tag);
    },
    /** Whom a bubble stands for; empty: it is none of these. */
    accounts: (tag: string): readonly string[] => [...(of(tag)?.lost.keys() ?? [])],
    closed(tag: string): void {
      const group = of(tag);
      if (!group) return;
      group.closed = true;
      group.cancel();
    },
    stop: (): void => groups.forEach(({ cancel }) => cancel()),
  };
}

const tagOf = (account: string): string => `${account}/watch`;

const listed = ({ lost }: Group): readonly Lost[] =>
  [...lost].map(([account, failure]) => ({ account, failure }));
