import { left } from './catch-up';
import { retract, type Draft } from './draft';

/** An account was removed: nothing is said of it any more, and its bubbles go. */
export function forgetAccount(draft: Draft, account: string): void {
  const isIts = (tag: string): boolean => tag.startsWith(`${account}/`);
  for (const tag of draft.standing.keys()) if (isIts(tag)) retract(draft, tag);
  for (const map of [draft.subjects, draft.flapping, draft.holds])
    for (const name of map.keys()) if (isIts(name)) map.delete(name);
  draft.links.delete(account);
  draft.feeds.delete(account);
  draft.restless.delete(account);
  const stays = ({ brief }: { readonly brief: { readonly key: { readonly account: string } } }): boolean =>
    brief.key.account !== account;
  draft.held = draft.held.filter(stays);
  draft.snoozed = draft.snoozed.filter(stays);
  draft.urgent = draft.urgent.filter(stays);
  if (draft.storm?.account === account) draft.storm = null;
  left(draft, account);
  if (draft.catchUp) draft.catchUp = { ...draft.catchUp, told: draft.catchUp.told.filter(stays) };
}
