import { nameOf, parseSubject, type SubjectNames } from '../../../src-shared/subject';
import { scoped, type About } from './arrival';

/** What a text rule or a silence looks into: the subject, the user's name for it, and all that was sent with it. */
export function textOf(arrival: About, names: SubjectNames): string {
  const name = nameOf(names, arrival.key.account, parseSubject(arrival.subject)) ?? '';
  return `${scoped(arrival)} ${name} ${JSON.stringify(arrival.data)}`;
}
