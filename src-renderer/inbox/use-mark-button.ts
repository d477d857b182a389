import type { Filter } from '../../src-shared/filter';
import type { NotificationKey } from '../../src-shared/notification';
import { useActs, useApp, useUi, useWords } from '../app-context';
import type { Cursor } from './cursor';
import { loadedUnseen, unseenKeys } from './marking';
import type { Rows, Shown } from './rows/rows';

interface Parts {
  readonly cursor: Cursor;
  readonly chosen: ReadonlyMap<string, NotificationKey>;
  readonly shown: Shown;
  readonly rows: Rows;
}

/** The main act: the selected rows, else exactly what a filter shows, else the whole inbox after a question. */
export function useMarkButton({ cursor, chosen, shown, rows }: Parts) {
  const { messages, format } = useWords();
  const words = messages.inbox.marks;
  const acts = useActs();
  const filter = useUi((ui) => ui.filter);
  const members = useUi((ui) => ui.members);
  const accounts = useApp((state) => state.accounts);
  const all = useApp((state) => state.counts.unseen);

  if (chosen.size > 0) {
    const keys = unseenKeys(shown, chosen, undefined);
    const act = (): void => {
      void acts.markSeen(keys);
      cursor.clear();
    };
    return keys.length > 0 ? { label: words.button(keys.length, format.number(keys.length)), act } : null;
  }
  if (members === null && isWhole(filter)) {
    const account = accounts.find(({ id }) => id === filter.account);
    const n = account?.counts.unseen ?? all;
    const act = (): void => acts.ask({ kind: 'mark-all', account: account?.id ?? null });
    return n > 0 ? { label: words.button(n, format.number(n)), act } : null;
  }
  const loaded = loadedUnseen(shown);
  const n = loaded.length;
  if (n === 0) return null;
  const whole = [...shown.pages.values()].reduce((sum, page) => sum + page.length, 0) >= shown.total;
  const say = whole ? words.button : words.buttonLoaded;
  const act = (): void => void acts.markSeen(loaded.map(({ key }) => key)).then(rows.refresh);
  return { label: say(n, format.number(n)), act };
}

/** Nothing but the account (and what is seen already) narrows it: "mark all" means all. */
const isWhole = (filter: Filter): boolean =>
  filter.seen !== true &&
  filter.snoozed !== true &&
  Object.keys(filter).every((name) => ['account', 'order', 'seen', 'snoozed'].includes(name));
