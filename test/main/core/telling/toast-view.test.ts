import { expect, test } from 'vitest';
import { type Bubble } from '../../../../src-main/core/alerts/decision';
import { NO_SORTS } from '../../../../src-main/core/alerts/sorts';
import { silentFeedView, toastView } from '../../../../src-main/core/telling/toast-view';
import { NOW } from '../views';
import { words, TS, brief, agents, bubble, several, task, back } from './bubbles';

test.for<{ of: Bubble; title: string; body: string; urgency?: string }>([
  { of: bubble(), title: 'Agent 4 is offline', body: 'Lab · 14:02' },
  {
    of: bubble({ first: back }),
    title: 'Agent 4 was offline for 7 min',
    body: 'Lab · 14:02\n13:55 – 14:02',
    urgency: 'low',
  },
  {
    of: bubble({ first: brief({ type: 3, subject: 'task:1557', data: task }) }),
    title: 'Task 1557 failed',
    body: 'Lab · 14:02\nnetwork_ping · Branches',
  },
  {
    of: bubble({ first: brief({ level: 'critical' }) }),
    title: 'Agent 4 is offline',
    body: 'Lab · 14:02',
    urgency: 'critical',
  },
  { of: bubble({ again: true }), title: 'Still unseen: Agent 4 is offline', body: 'Lab · 14:02' },
  {
    of: bubble({
      lines: [brief({ type: 4, subject: 'task:7' })],
      members: agents(1, 2, 3, 4).map(({ key }) => key),
    }),
    title: 'Agent 4 is offline',
    body: 'Lab · 14:02\nThreshold exceeded on task 7\nand 2 more',
  },
  { of: bubble({ kind: 'flapping' }), title: 'Agent 4 is flapping', body: 'Lab · 14:02' },
  {
    of: bubble({ kind: 'rest', first: brief({ type: 7 }) }),
    title: 'Stable again: Agent 4 is online',
    body: 'Lab · 14:02',
  },
  {
    of: several('storm', 14, {
      to: TS + 40_000_000,
      bySort: { ...NO_SORTS, offline: 14 },
      open: 14,
      openFirst: agents(1, 2, 3, 4, 5),
    }),
    title: '14 agents went offline in 40 s',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('storm', 7, { to: TS + 600_000_000, bySort: { ...NO_SORTS, other: 7 } }),
    title: '7 alerts in 10 min',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('storm', 8, { bySort: { ...NO_SORTS, back: 8 }, first: back }),
    title: '8 agents came back in 1 s',
    body: 'First: Agent 4 was offline for 7 min\nLab · 14:02',
    urgency: 'low',
  },
  {
    of: several('storm', 9, {
      bySort: { ...NO_SORTS, other: 9 },
      lines: [brief({ level: 'critical', subject: 'agent:6' })],
    }),
    title: '9 alerts in 1 s',
    body: 'First: Agent 4 went offline\nAgent 6 went offline\nLab · 14:02',
    urgency: 'critical',
  },
  {
    of: several('storm-end', 14, {
      to: TS + 40_000_000,
      bySort: { ...NO_SORTS, offline: 14 },
      back: 12,
      open: 2,
      openFirst: agents(7, 9),
    }),
    title: '14 agents went offline in 40 s',
    body: 'First: Agent 4 went offline\n12 back, 2 still down: 7, 9\nLab · 14:02',
  },
  {
    of: several('storm-end', 14, { bySort: { ...NO_SORTS, offline: 14 }, back: 14 }),
    title: '14 agents went offline in 1 s',
    body: 'First: Agent 4 went offline\nAll 14 are back\nLab · 14:02',
  },
  {
    of: several('storm-end', 40, {
      bySort: { ...NO_SORTS, failed: 40 },
      back: 38,
      open: 2,
      openFirst: [agents(7)[0]!, agents(9)[0]!],
    }),
    title: '40 tasks failed in 1 s',
    body: 'First: Agent 4 went offline\n38 over, 2 still open: 7, 9\nLab · 14:02',
  },
  {
    of: several('paused', 3, { open: 2, openFirst: [brief({ subject: 'task:9' }), ...agents(99)] }),
    title: '3 notifications while paused',
    body: 'First: Agent 4 went offline\n2 still open: Task 9, Agent 99\nLab · 14:02',
  },
  {
    of: several('storm', 43, { bySort: { offline: 10, failed: 30, exceeded: 0, back: 1, other: 2 } }),
    title: '43 alerts in 1 s',
    body: '30 tasks failed, 10 agents went offline, 1 agent came back, 2 others\nFirst: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('storm', 6, {
      bySort: { ...NO_SORTS, other: 6 },
      ownLink: { from: NOW - 240_000, to: NOW - 60_000 },
    }),
    title: '6 alerts in 1 s',
    body: 'First: Agent 4 went offline\nYour own link was down 13:58–14:01\nLab · 14:02',
  },
  {
    of: several('storm', 6, { bySort: { ...NO_SORTS, other: 6 }, ownLink: { from: NOW, to: null } }),
    title: '6 alerts in 1 s',
    body: 'First: Agent 4 went offline\nYour own network was unsettled at 14:02\nLab · 14:02',
  },
  {
    of: several('storm', 6, { bySort: { ...NO_SORTS, other: 6 }, ownLink: { from: NOW, to: NOW } }),
    title: '6 alerts in 1 s',
    body: 'First: Agent 4 went offline\nYour own network was unsettled at 14:02\nLab · 14:02',
  },
  {
    of: several('paused', 9, { open: 7, openFirst: agents(1, 2, 3, 4, 5) }),
    title: '9 notifications while paused',
    body: 'First: Agent 4 went offline\n7 still open: 1, 2, 3, 4, 5, …\nLab · 14:02',
  },
  {
    of: several('quiet', 2),
    title: '2 notifications in quiet hours',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('silenced', 1),
    title: '1 notification while silenced',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('locked', 3),
    title: '3 notifications while the screen was locked',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('restart', 1),
    title: '1 notification while restarting',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
  {
    of: several('away', 3, { lasted: 133 * 60_000, open: 1, openFirst: agents(4) }),
    title: 'Away 2 h 13 min: 3 major, 1 still open',
    body: 'First: Agent 4 went offline\n1 still open: 4\nLab · 14:02',
  },
  {
    of: bubble({ kind: 'away', byLevel: { info: 1, warning: 2, major: 0, critical: 1 } }),
    title: 'While you were away: 1 critical, 2 warnings, 1 info',
    body: 'First: Agent 4 went offline\nLab · 14:02',
  },
])('$title', ({ of, urgency = 'normal', ...expected }) => {
  const view = toastView(of, words, {}, 'Lab', NOW);
  const { look, about, buttons } = view;
  expect(view).toEqual({ tag: of.tag, urgency, look, about, buttons, sound: null, ...expected });
});

test('what began on another day is told with its day', () => {
  const bodyAt = (now: number) => toastView(bubble(), words, {}, 'Lab', now).body;
  expect(bodyAt(NOW + 5 * 3_600_000)).toBe('Lab · 14:02');
  expect(bodyAt(NOW + 2 * 86_400_000)).toBe('Lab · 22 November 14:02');
  expect(toastView(several('away', 3), words, {}, 'Lab', NOW + 86_400_000).body).toContain(
    'Lab · 22 November 14:02',
  );
});

test('the user’s own names stand in it', () => {
  const names = { 'lab1/agent:4': 'Gdańsk uplink' };
  expect(toastView(bubble(), words, names, 'Lab', NOW).title).toBe('Gdańsk uplink is offline');
  expect(toastView(bubble({ kind: 'flapping' }), words, names, 'Lab', NOW).title).toBe(
    'Gdańsk uplink is flapping',
  );
  const ended = several('storm-end', 3, {
    bySort: { ...NO_SORTS, offline: 3 },
    back: 1,
    open: 2,
    openFirst: agents(4, 9),
  });
  expect(toastView(ended, words, names, 'Lab', NOW).body).toContain('1 back, 2 still down: Gdańsk uplink, 9');
});

test('a silent feed says since when', () => {
  const feed = { kind: 'silent-feed', tag: 'lab1/silent', account: 'lab1', since: NOW - 7_200_000 } as const;
  expect(silentFeedView(feed, words, 'Lab', NOW).title).toBe('Nothing from Lab for 2 h');
});
