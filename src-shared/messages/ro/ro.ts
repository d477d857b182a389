import type { Messages } from '../en/en';
import { alerts } from './alerts';
import { cli } from './cli';
import { desktop } from './desktop';
import { failures } from './failures';
import { inbox } from './inbox';
import { later } from './later';
import { pages } from './pages';
import { titles } from './titles';
import { toasts, tray } from './tray';

/** Romanian. From 20 on a number takes "de" before its noun: "23 de notificări"; standing alone it takes none. */
export const ro: Messages = {
  months: [
    'ianuarie',
    'februarie',
    'martie',
    'aprilie',
    'mai',
    'iunie',
    'iulie',
    'august',
    'septembrie',
    'octombrie',
    'noiembrie',
    'decembrie',
  ],
  units: { second: 's', minute: 'min', hour: 'h', day: 'z' },
  titles,
  alerts,
  failures,
  tray,
  toasts,
  cli,
  desktop,
  inbox,
  later,
  pages,
};
