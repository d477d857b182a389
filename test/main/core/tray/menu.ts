import { NO_COUNTS, type AppState, type Counts, type Health } from '../../../../src-shared/app-state';
import type { Language } from '../../../../src-shared/messages/choose-language';
import { wordsOf } from '../../../support/words';
import { trayMenu } from '../../../../src-main/core/tray/tray-menu';
import { NOW, stateOf, type rowOf } from '../views';

const MIN = 60_000;

export const menuOf = (
  more: Partial<AppState> = {},
  rows: ReturnType<typeof rowOf>[] = [],
  language: Language = 'en',
  now = NOW,
) => trayMenu(stateOf(more), rows, wordsOf(language, 'Europe/Warsaw'), now, 'Europe/Warsaw');

export const counts = (byLevel: Partial<Counts['byLevel']>): Counts => {
  const all = { ...NO_COUNTS.byLevel, ...byLevel };
  return { unseen: Object.values(all).reduce((a, b) => a + b, 0), byLevel: all, total: 99 };
};

/** In brackets: nothing to choose. */
export const labels = (...given: Parameters<typeof menuOf>): string[] =>
  menuOf(...given).map((entry) =>
    'separator' in entry ? '—' : entry.action === null ? `(${entry.label})` : entry.label,
  );

/** Without what is always there. */
export const part = (from: RegExp, to: RegExp, ...given: Parameters<typeof menuOf>): string[] => {
  const all = labels(...given);
  return all.slice(
    all.findIndex((one) => from.test(one)),
    all.findIndex((one) => to.test(one)),
  );
};

export const lost = (more: object = {}): Health =>
  ({ state: 'not-watching', since: NOW - MIN, failure: { kind: 'timeout' }, ...more }) as Health;
