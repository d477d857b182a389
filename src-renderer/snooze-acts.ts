import type { Bridge } from '../src-shared/ipc';
import type { NotificationKey } from '../src-shared/notification';
import { MOST_SNOOZED } from '../src-shared/snooze';
import type { Notice, UiStore } from './app-store';

/** How long the strip offers to take it back; after that the Snoozed view does, and the detail. ms. */
const UNDO_MS = 8000;

/** Putting items off, and bringing them back. */
export function createSnoozeActs(bridge: Bridge, store: UiStore, say: (notice: Notice) => void) {
  /** It has left, or is back: the list says so at once, also under the pointer. */
  const readAfresh = (): void => store.setState(({ afresh }) => ({ afresh: afresh + 1 }));

  /** Asks until when. */
  function askSnooze(keys: readonly NotificationKey[]): void {
    if (keys.length === 0) return say({ kind: 'seen-already' });
    if (keys.length > MOST_SNOOZED) return say({ kind: 'failed', failure: { kind: 'snoozed-too-many' } });
    store.setState({ dialog: { kind: 'snooze', keys } });
  }

  /** @param to wall ms */
  async function snooze(keys: readonly NotificationKey[], to: number): Promise<void> {
    const reply = await bridge.call('snooze', { keys: [...keys], until: to });
    if (!reply.ok) return say({ kind: 'failed', failure: reply.failure });
    const { count } = reply.value;
    if (count === 0) return say({ kind: 'seen-already' });
    const until = Date.now() + UNDO_MS;
    const open = store.getState().marks.filter((one) => one.until > Date.now());
    readAfresh();
    store.setState({ marks: [...open, { batches: [], count, until, snoozed: { keys, to } }], notice: null });
  }

  async function unsnooze(keys: readonly NotificationKey[]): Promise<void> {
    const reply = await bridge.call('unsnooze', { keys: [...keys] });
    if (!reply.ok) return say({ kind: 'failed', failure: reply.failure });
    const { count } = reply.value;
    readAfresh();
    say(count > 0 ? { kind: 'brought-back', count } : { kind: 'nothing-to-undo' });
  }

  return { askSnooze, snooze, unsnooze };
}
