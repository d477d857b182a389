import type { Silence } from '../../../src-shared/alert-rules';
import type { About } from './arrival';
import { textOf } from './arrival-text';
import type { AlertSettings, Draft } from './draft';
import { matchesPattern } from './text-pattern';

/** Step 2: the local silence that covers it, if one does and has not ended. @param now wall ms */
export function silenceOf(arrival: About, settings: AlertSettings, now: number): Silence | undefined {
  if (settings.silences.length === 0) return undefined;
  return settings.silences.find((silence) => now < silence.until && covers(silence, arrival, settings));
}

function covers({ what }: Silence, arrival: About, { subjectNames }: AlertSettings): boolean {
  switch (what.by) {
    case 'subject':
      return what.subject === arrival.subject && what.account === arrival.key.account;
    case 'type':
      return what.type === arrival.type;
    case 'text':
      return matchesPattern(what.pattern, textOf(arrival, subjectNames));
  }
}

/** Silences that counted something and stand no more, by their ids. */
export function endedSilences({ held, settings, now }: Draft): readonly string[] {
  const standing = new Set(settings.silences.filter(({ until }) => now < until).map(({ id }) => id));
  const counted = new Set(held.flatMap(({ silence }) => (silence === null ? [] : [silence])));
  return [...counted].filter((id) => !standing.has(id));
}
