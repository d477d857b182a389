import { expect, test } from 'vitest';
import { wordsOf } from '../../../src-shared/messages/language';
import type { Decision } from '../../../src-main/core/alerts/thin/decision';
import { toastView } from '../../../src-main/core/toast-view';
import { NOW, rowOf } from './views';

const words = wordsOf('en', 'Europe/Warsaw');
const TS = NOW * 1000;
function decision(more: Partial<Decision> = {}): Decision {
  const first = more.first ?? rowOf();
  return {
    tag: 'lab1/agent:4',
    account: 'lab1',
    kind: 'item',
    members: [first.key],
    first,
    from: TS,
    to: TS,
    allOffline: true,
    withdraw: [],
    ...more,
  };
}
const several = (n: number): Pick<Decision, 'members'> => ({
  members: Array.from({ length: n }, () => rowOf().key),
});
const task = { task_id: 1557, task_type: 'network_ping', test_suite_name: 'Branches' };

test.for<{ of: Decision; title: string; body: string; urgency: string }>([
  { of: decision(), title: 'Agent 4 is offline', body: 'Lab · 14:02', urgency: 'normal' },
  {
    of: decision({ first: rowOf({ type: 7, level: 'info', outageFrom: TS - 420_000_000 }) }),
    title: 'Agent 4 was offline for 7 min',
    body: 'Lab · 14:02\n13:55 – 14:02',
    urgency: 'low',
  },
  {
    of: decision({ first: rowOf({ type: 3, subject: 'task:1557', data: task }) }),
    title: 'Task 1557 failed',
    body: 'Lab · 14:02\nnetwork_ping · Branches',
    urgency: 'normal',
  },
  {
    of: decision({ first: rowOf({ level: 'critical' }) }),
    title: 'Agent 4 is offline',
    body: 'Lab · 14:02',
    urgency: 'critical',
  },
  {
    of: decision({ kind: 'storm', ...several(14), to: TS + 40_000_000 }),
    title: '14 agents went offline in 40 s',
    body: 'First: Agent 4 is offline\nLab · 14:02',
    urgency: 'normal',
  },
  {
    of: decision({ kind: 'storm', ...several(7), to: TS + 600_000_000, allOffline: false }),
    title: '7 alerts in 10 min',
    body: 'First: Agent 4 is offline\nLab · 14:02',
    urgency: 'normal',
  },
  {
    of: decision({ kind: 'storm', ...several(6) }),
    title: '6 agents went offline in 1 s',
    body: 'First: Agent 4 is offline\nLab · 14:02',
    urgency: 'normal',
  },
  {
    of: decision({ kind: 'pause-digest', ...several(2) }),
    title: '2 notifications while paused',
    body: 'First: Agent 4 is offline\nLab · 14:02',
    urgency: 'normal',
  },
  {
    of: decision({ kind: 'restart-digest' }),
    title: '1 notification while restarting',
    body: 'First: Agent 4 is offline\nLab · 14:02',
    urgency: 'normal',
  },
])('$title', ({ of, ...expected }) => {
  expect(toastView(of, words, {}, 'Lab')).toEqual({ tag: of.tag, ...expected });
});

test('the user’s own name stands in it', () => {
  expect(toastView(decision(), words, { 'lab1/agent:4': 'Gdańsk uplink' }, 'Lab').title).toBe(
    'Gdańsk uplink is offline',
  );
});
