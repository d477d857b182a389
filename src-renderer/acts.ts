import type { AlertDraft } from '../src-shared/alert-preview';
import type { Filter } from '../src-shared/filter';
import type { Bridge, MarkBatch } from '../src-shared/ipc';
import type { NotificationKey } from '../src-shared/notification';
import type { Notice, OpenDialog, UiStore, Undoable } from './app-store';
import type { Place } from './places';
import type { TenantDraft } from './tenant-draft';
import { createSnoozeActs } from './snooze-acts';

export type Acts = ReturnType<typeof createActs>;

/** The contract takes at most so many keys at once. */
const MOST_KEYS = 500;

/** What a person can do anywhere in the window. Each ends in one call to main, or only moves the view. */
export function createActs(bridge: Bridge, store: UiStore) {
  const say = (notice: Notice | null): void => store.setState({ notice });

  function go(place: Place): void {
    store.setState({ place, dialog: null });
  }

  /** Shows what the filter has; the query box takes it over. */
  function show(filter: Filter): void {
    const { filterSet } = store.getState();
    store.setState({
      place: { page: 'inbox' },
      filter,
      filterSet: filterSet + 1,
      members: null,
      opened: null,
    });
  }

  /** The same from the query box itself: it keeps its draft. */
  function filterBy(filter: Filter): void {
    store.setState({ filter, members: null });
  }

  function showMembers(members: readonly NotificationKey[]): void {
    store.setState({ place: { page: 'inbox' }, members, opened: null });
  }

  function open(opened: NotificationKey | null): void {
    store.setState({ opened });
  }

  function ask(dialog: OpenDialog | null): void {
    store.setState({ dialog });
  }

  /** A mark was made, here or elsewhere. The reply and the push both tell of it: it counts once. */
  function marked({ batch, count, until }: MarkBatch): void {
    const { marks } = store.getState();
    if (marks.some(({ batches }) => batches.includes(batch))) return;
    const open = marks.filter((one) => one.until > Date.now());
    store.setState({ marks: [...open, { batches: [batch], count, until }], notice: null });
  }

  async function markSeen(keys: readonly NotificationKey[]): Promise<void> {
    if (keys.length === 0) return say({ kind: 'seen-already' });
    const made: string[] = [];
    for (let at = 0; at < keys.length; at += MOST_KEYS) {
      const reply = await bridge.call('markSeen', { keys: keys.slice(at, at + MOST_KEYS) });
      if (!reply.ok) return say({ kind: 'failed', failure: reply.failure });
      marked(reply.value);
      made.push(reply.value.batch);
    }
    if (made.length > 1) join(made);
  }

  /** Batches of one act become one Undo. */
  function join(made: readonly string[]): void {
    store.setState(({ marks }) => {
      const isOurs = ({ batches }: Undoable): boolean => batches.some((one) => made.includes(one));
      const ours = marks.filter(isOurs);
      if (ours.length === 0) return {};
      const count = ours.reduce((sum, one) => sum + one.count, 0);
      const until = Math.min(...ours.map((one) => one.until));
      return { marks: [...marks.filter((one) => !isOurs(one)), { batches: made, count, until }] };
    });
  }

  /** Takes back what the strip offers: a reset of preferences, else the latest mark while it can be. */
  async function undo(): Promise<void> {
    const { notice } = store.getState();
    if (notice?.kind === 'reset' && notice.count > 0) return undoPreferences(notice.act);
    if (notice?.kind === 'name-forgotten') return nameAgain(notice);
    const last = store.getState().marks.findLast(({ until }) => until > Date.now());
    if (!last) return say({ kind: 'nothing-to-undo' });
    if (last.snoozed) {
      forget(last);
      return snoozing.unsnooze(last.snoozed.keys);
    }
    const replies = await Promise.all(last.batches.map((batch) => bridge.call('undo', { batch })));
    forget(last);
    const failed = replies.find((reply) => !reply.ok);
    if (failed && !failed.ok) return say({ kind: 'failed', failure: failed.failure });
    const late = replies.some((reply) => reply.ok && reply.value === 'already sent');
    say({ kind: late ? 'already-sent' : 'taken-back' });
  }

  /** A reset or an import of preferences, where none came since. */
  async function undoPreferences(act: string): Promise<void> {
    const reply = await bridge.call('preferencesUndo', { act });
    say(reply.ok ? { kind: 'preferences-back' } : { kind: 'failed', failure: reply.failure });
  }

  async function nameAgain({ account, subject, name }: Extract<Notice, { kind: 'name-forgotten' }>) {
    const reply = await bridge.call('nameSubject', { account, subject, name });
    say(reply.ok ? { kind: 'preferences-back' } : { kind: 'failed', failure: reply.failure });
  }

  function forget(mark: Undoable): void {
    store.setState(({ marks }) => ({ marks: marks.filter((one) => one !== mark) }));
  }

  async function pollNow(): Promise<void> {
    const reply = await bridge.call('pollNow', {});
    if (!reply.ok) say({ kind: 'failed', failure: reply.failure });
  }

  /** Asks the desktop's keyring again; what came of it is said. */
  async function askKeyring(): Promise<void> {
    const reply = await bridge.call('keyringAsk', {});
    if (!reply.ok) say({ kind: 'failed', failure: reply.failure });
    else if (reply.value.state !== 'open') say({ kind: 'keyring', state: reply.value.state });
  }

  async function restart(): Promise<void> {
    const reply = await bridge.call('restart', {});
    if (!reply.ok) say({ kind: 'failed', failure: reply.failure });
  }

  /** @param until wall ms; `null` ends it */
  async function pause(until: number | null): Promise<void> {
    const reply = await bridge.call('pause', { until });
    if (!reply.ok) say({ kind: 'failed', failure: reply.failure });
  }

  /** `null`: nothing of it is unsaved any more. */
  function keepDraft(account: string, draft: TenantDraft | null): void {
    store.setState(({ drafts }) => {
      const { [account]: _, ...others } = drafts;
      return { drafts: draft ? { ...others, [account]: draft } : others };
    });
  }

  function keepAlertDraft(alertDraft: AlertDraft | null): void {
    store.setState({ alertDraft });
  }

  const readAfresh = (): void => store.setState(({ afresh }) => ({ afresh: afresh + 1 }));

  const snoozing = createSnoozeActs(bridge, store, say);

  return {
    ...snoozing,
    say,
    go,
    show,
    filterBy,
    showMembers,
    open,
    ask,
    marked,
    markSeen,
    undo,
    undoPreferences,
    forget,
    pollNow,
    askKeyring,
    restart,
    pause,
    readAfresh,
    keepDraft,
    keepAlertDraft,
  };
}
