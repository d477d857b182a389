import type { Row } from '../../src-shared/inbox';
import { LATE } from './schedule';
import { LARGEST, nameOf, type Item } from './items';
import type { World } from './world';

/** What has to hold when faults have stopped; `undefined`: it does. Numbers are those of sync.md, Invariants. */
export function atRest(world: World, whole: boolean): string | undefined {
  const { server, tellings, marked, everMarked, markedAll, swallowed } = world;
  const there = new Map(server.visible().map((item) => [nameOf(item), item]));
  const here = new Map(world.rows().map((row) => [row.name, row]));
  const base = world.baseline();

  /** Would a walk have met it before the mark-all that swallowed it ended? */
  const isInTime = (item: Item): boolean => item.late <= LATE.within && server.fits(item);

  for (const [name, item] of there) {
    const row = here.get(name);
    const below = item.ts < world.floor();
    // A group that no page can hold is gone through twice, and the rest is the scrub's.
    if (!row && !whole && !server.fits(item)) continue;
    // "Every notification on the server (above `floor_ts`)": below it only the unseen are looked for, by step 4.
    const isPassedOver = below && (item.seen || !whole);
    if (!row?.live && isPassedOver) continue;
    if (!row) return `I1 ${name} is on the server and not here`;
    if (!row.live) return `I1 ${name} is on the server and said to be gone`;
    // `whole`: with steps 3 and 4, which see what happens below the horizon.
    if (whole && !marked.has(name) && row.mark === null && row.seen !== item.seen)
      return `I5 ${name} is ${item.seen ? 'seen' : 'unseen'} on the server and not here`;
    const isQuiet = below || item.ts < world.quietBelow();
    const isNew = base !== undefined && !isQuiet && !base.names.has(name) && item.ts > base.ts;
    const alerts =
      !server.everSeen.has(name) ||
      (swallowed.has(name) && !item.seenElsewhere && !item.restored && isInTime(item));
    if (isNew && alerts && !everMarked.has(name) && !tellings.told(name)) return `I2 ${name} was never told`;
    if (base?.names.has(name) && tellings.told(name))
      return `I2 ${name} was there before the first look, and told`;
  }
  for (const [name, row] of here) {
    if (!server.ever.has(name)) return `I1 ${name} was never on the server`;
    // "Walks, backfill and scrub pass over seen rows below" the floor.
    if (world.letGo.has(name) && !server.unseenAgain.has(name)) return `I1 ${name} was let go of and is back`;
    // "Rows of such a group are not claimed gone by pages": one that no page can hold.
    const group = [...there.values()].filter(({ ts }) => ts === row.ts).length;
    if (whole && row.live && !there.has(name) && group < LARGEST - 2 && row.ts >= world.floor())
      return `I1 ${name} is here and not on the server`;
  }
  for (const [name, { at }] of [
    ...marked,
    ...[...markedAll].map(([one, when]) => [one, { at: when }] as const),
  ]) {
    const item = there.get(name);
    const row = here.get(name);
    if (!item || !row || (item.restored && !marked.has(name))) continue;
    const reached = item.seen || (server.everSeen.get(name) ?? -2) > at;
    if (!reached && row.mark !== 'refused') return `I3 the mark of ${name} never reached the server`;
    if (whole && !item.seen && marked.has(name) && row.mark === null)
      return `I3 ${name} is unseen on the server, and its row does not say so`;
  }
  return world.unsent() > 0 ? 'I3 marks are still waiting' : shown(world);
}

/** The window is given what is on the disk. */
function shown(world: World): string | undefined {
  const say = ({ seen, live, mark }: Pick<Row, 'seen' | 'live' | 'mark'>, name: string): string =>
    `${name} ${seen ? 'seen' : 'unseen'} ${live ? 'live' : 'gone'} ${mark}`;
  const list = world.shownRows().map((row) => say(row, nameOf(row.key)));
  const wrong = world.rows().findIndex((row, at) => say(row, row.name) !== list[at]);
  return wrong < 0 ? undefined : `I1 the list shows ${list[wrong]}`;
}
