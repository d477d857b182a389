import type { Row } from '../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../src-shared/notification';
import type { Shown } from './rows/rows';

/**
 * What `e` marks: the selected ones, else the one that is open or under the cursor. Those known to be seen are left
 * out; main decides about the rest.
 */
export function unseenKeys(
  shown: Shown,
  chosen: ReadonlyMap<string, NotificationKey>,
  one: NotificationKey | undefined,
): readonly NotificationKey[] {
  const wanted = chosen.size > 0 ? [...chosen.values()] : one ? [one] : [];
  if (wanted.length === 0) return [];
  const names = new Set(wanted.map(keyText));
  const seen = new Set(
    loaded(shown)
      .filter((row) => row.seen && names.has(keyText(row.key)))
      .map((row) => keyText(row.key)),
  );
  return wanted.filter((key) => !seen.has(keyText(key)));
}

/** Every loaded row of the view that can still be marked. */
export function loadedUnseen(shown: Shown): readonly Row[] {
  return loaded(shown).filter((row) => !row.seen && row.live);
}

const loaded = ({ pages }: Shown): readonly Row[] => [...pages.values()].flat();
