import type { Store } from '../store-port';
import { UNSEEN, type Pages } from './ask-pages';
import { LARGE_LIMIT } from './head';
import { walk } from './walk';

/** Seen elsewhere, or unseen again: the numbers tell, a walk of the unseen repairs (sync.md, step 4). */
export function createFlags(account: string, store: Store, pages: Pages) {
  /** Items that could not be read, as the last whole walk of the unseen met them: they count on the server. */
  let unreadable = 0;
  /** The numbers that a walk could not bring together: "not repeated until either number moves". */
  let unsettled = '';

  async function localUnseen(): Promise<number> {
    return ((await store.summary()).accounts[account]?.serverUnseen ?? 0) + unreadable;
  }

  /** All that the server has unseen; what it lacks is seen there. */
  async function unseenWalk(signal: AbortSignal): Promise<void> {
    const bad = new Set<string>();
    let aside = 0;
    await walk({
      ...pages.trouble,
      onTooLarge: async (above) => {
        aside += 1;
        await pages.trouble.onTooLarge(above);
      },
      ask: pages.asker({
        kind: 'unseen',
        params: UNSEEN,
        signal,
        onPage: (result) => result.bad.forEach((raw) => bad.add(raw)),
      }),
      offset: 0,
      above: null,
      limit: LARGE_LIMIT,
      nextLimit: LARGE_LIMIT,
      done: () => false,
    });
    unreadable = bad.size + aside;
  }

  /** `?seen=false&limit=1`: "count ≠ local seen_server=0 (quarantined included) → stitched walk of seen=false, repair". */
  async function look(signal: AbortSignal): Promise<void> {
    const { count } = await pages.asker({ kind: 'unseen', params: UNSEEN, signal })(0, 1, null);
    const local = await localUnseen();
    if (count === local || `${count}/${local}` === unsettled) return;
    await unseenWalk(signal);
    const after = await localUnseen();
    unsettled = after === count ? '' : `${count}/${after}`;
  }

  return { unseenWalk, look };
}
