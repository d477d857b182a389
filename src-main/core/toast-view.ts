import type { Words } from '../../src-shared/messages/language';
import { levelRank } from '../../src-shared/notification';
import type { SubjectNames } from '../../src-shared/subject';
import { contextOf, titleOf } from '../../src-shared/titles';
import type { Decision } from './alerts/thin/decision';
import type { ToastView } from './ports';

/** A decision in words. No app name, no level word twice; the body says where and since when. */
export function toastView(
  decision: Decision,
  words: Words,
  names: SubjectNames,
  accountName: string,
): ToastView {
  const { messages, format } = words;
  const tools = { ...words, names };
  const { first, members, tag } = decision;
  const title = titleOf(first, tools);
  const urgency = first.level === 'critical' ? 'critical' : levelRank(first.level) === 0 ? 'low' : 'normal';
  const time = format.time(first.key.ts / 1000);
  const where = messages.toasts.where(accountName, time);
  if (decision.kind === 'item') {
    const context = contextOf(first, tools);
    return { tag, title, body: context === '' ? where : `${where}\n${context}`, urgency };
  }
  const n = members.length;
  const seconds = Math.round((decision.to - decision.from) / 1e6);
  const heading = {
    storm: decision.allOffline ? messages.toasts.stormOffline(n, seconds) : messages.toasts.storm(n, seconds),
    'restart-digest': messages.toasts.digest(n),
    'pause-digest': messages.toasts.pauseDigest(n),
  }[decision.kind];
  return { tag, title: heading, body: `${messages.toasts.stormFirst(title)}\n${where}`, urgency };
}
