import { alerts } from './alerts';
import { cli } from './cli';
import { desktop } from './desktop';
import { failures } from './failures';
import { inbox } from './inbox';
import { later } from './later';
import { pages } from './pages';
import { titles } from './titles';
import { toasts, tray } from './tray';

/** English: the language that the others must match, sentence for sentence. */
export const en = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  units: { second: 's', minute: 'min', hour: 'h', day: 'd' },
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
export type Messages = typeof en;
