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

/** Polish. Names of the user's, accounts and servers stand in the nominative, whatever they are. */
export const pl: Messages = {
  months: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
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
