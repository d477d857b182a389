import { expect, test } from 'vitest';
import { type Bubble } from '../../../../src-main/core/alerts/decision';
import { NO_SORTS } from '../../../../src-main/core/alerts/sorts';
import { toastView } from '../../../../src-main/core/telling/toast-view';
import type { ToastView } from '../../../../src-main/core/ports';
import { NOW } from '../views';
import { words, brief, bubble, several, back } from './bubbles';

test.for<Pick<ToastView, 'look' | 'about'> & { what: string; of: Bubble; buttons?: ToastView['buttons'] }>([
  { what: 'an outage', of: bubble(), look: 'major', about: 'lost', buttons: ['seen', 'snooze'] },
  {
    what: 'its end',
    of: bubble({ first: back }),
    look: 'recovered',
    about: 'back',
    buttons: ['seen', 'snooze'],
  },
  {
    what: 'a failed task with a critical line',
    of: bubble({ first: brief({ type: 3, subject: 'task:1' }), lines: [brief({ level: 'critical' })] }),
    look: 'critical',
    about: 'error',
    buttons: ['seen', 'snooze'],
  },
  {
    what: 'a threshold',
    of: bubble({ first: brief({ type: 4, level: 'warning', subject: 'task:1' }) }),
    look: 'warning',
    about: 'error',
    buttons: ['seen', 'snooze'],
  },
  {
    what: 'an unknown type',
    of: bubble({ first: brief({ type: 99, level: 'info' }) }),
    look: 'info',
    about: null,
    buttons: ['seen', 'snooze'],
  },
  {
    what: 'flapping',
    of: bubble({ kind: 'flapping' }),
    look: 'major',
    about: 'lost',
    buttons: ['seen', 'snooze'],
  },
  { what: 'a storm', of: several('storm', 9), look: 'major', about: null },
  {
    what: 'a storm of outages',
    of: several('storm', 9, { bySort: { ...NO_SORTS, offline: 9 } }),
    look: 'major',
    about: 'lost',
  },
  { what: 'a storm that is over', of: several('storm-end', 9, { back: 9 }), look: 'recovered', about: null },
  {
    what: 'a storm of which some last',
    of: several('storm-end', 9, { back: 8, open: 1 }),
    look: 'major',
    about: null,
  },
  { what: 'a digest', of: several('paused', 2), look: 'major', about: null },
])('$what looks like $look and is about $about', ({ of, look, about, buttons = [] }) => {
  expect(toastView(of, words, {}, 'Lab', NOW)).toMatchObject({ look, about, buttons });
});
