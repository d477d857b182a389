import type { SeverityLevels } from '../../../src-shared/notification';
import type { PreferenceName } from '../../../src-shared/preferences';

/** Who is told of it. */
export interface Followers {
  readonly history: { readonly keepChanged: () => void };
  readonly store: { readonly relevel: (levels: SeverityLevels) => Promise<boolean> };
  readonly alarm: { readonly settingsChanged: () => Promise<void> };
  readonly watchers: { readonly nudgeAll: () => Promise<unknown> };
  readonly publisher: { readonly publish: () => void; readonly rowsChanged: () => void };
  readonly speak: () => Promise<void>;
  readonly levels: () => SeverityLevels;
  /** The pollers are there. */
  readonly begun: boolean;
}

/** These preferences are another value now: whatever stands on them follows. */
export async function preferencesMoved(
  names: readonly PreferenceName[],
  { history, store, alarm, watchers, publisher, speak, levels, begun }: Followers,
): Promise<void> {
  const some = (...of: readonly PreferenceName[]): boolean => of.some((name) => names.includes(name));
  if (some('language')) await speak();
  if (some('keep')) history.keepChanged();
  if (some('severityLevels')) {
    await store.relevel(levels()).catch(() => false); // a history that is not open is told as it opens
    publisher.rowsChanged();
  }
  publisher.publish();
  if (begun) await alarm.settingsChanged();
  if (some('pollSeconds', 'keep')) await watchers.nudgeAll();
}
