import type { Bubble } from './decision';
import type { Draft } from './draft';

/** For so long after it a storm may be the trouble's doing, ms. */
const RECENT_MS = 60_000;
/** The network itself, for all accounts. */
const NETWORK = '';

/** Step 9: polls of an account failed, or go well again. @param account `null`: the network changed */
export function linkFailed({ links, now }: Draft, account: string | null): void {
  const known = links.get(account ?? NETWORK);
  if (account === null) links.set(NETWORK, { from: now, to: now });
  else if (!known || known.to !== null) links.set(account, { from: now, to: null });
}

export function linkWorks({ links, now }: Draft, account: string): void {
  const known = links.get(account);
  if (known && known.to === null) links.set(account, { ...known, to: now });
}

/** "Your own link was down 13:58–14:01", where that ended less than a minute ago or lasts. */
export function ownLink({ links, now }: Draft, account: string): Bubble['ownLink'] {
  const isRecent = (to: number | null): boolean => to === null || (now - to >= 0 && now - to <= RECENT_MS);
  const own = links.get(account);
  if (own && isRecent(own.to)) return own;
  const network = links.get(NETWORK);
  return network && isRecent(network.to) ? network : null;
}
