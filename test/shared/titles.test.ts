import { expect, test } from 'vitest';
import { wordsOf } from '../support/words';
import type { Json } from '../../src-shared/json';
import { nameOf, parseSubject, subjectOf, subjectText } from '../../src-shared/subject';
import { contextOf, essence, lookOf, titleOf, type Titled } from '../../src-shared/titles';

const words = wordsOf('en', 'Europe/Warsaw');
const TS = Date.UTC(2026, 10, 22, 10) * 1000;
const MIN = 60_000_000;

function row(type: number, data: Json = null, more: Partial<Titled> = {}): Titled {
  const subject = subjectText(subjectOf(type, data, '3587'));
  return {
    key: { account: 'lab', id: '3587', ts: TS },
    type,
    severity: 1,
    data,
    subject,
    outageFrom: null,
    ...more,
  };
}
const tools = (names: Record<string, string> = {}) => ({ ...words, names });
const agent = { test_agent_id: 4 };
const task = { task_id: 1557, task_type: 'network_ping', test_suite_id: 395, test_suite_name: 'Branches' };
const suite = { test_suite_id: 395, test_suite_name: 'Branches' };

test.for<{ of: Titled; title: string; context: string }>([
  { of: row(8, agent), title: 'Agent 4 is offline', context: '' },
  { of: row(8, agent, { outageTo: TS + 7 * MIN }), title: 'Agent 4 went offline', context: 'for 7 min' },
  { of: row(7, agent), title: 'Agent 4 is online', context: '' },
  {
    of: row(7, agent, { outageFrom: TS - 7 * MIN }),
    title: 'Agent 4 was offline for 7 min',
    context: '10:53 – 11:00',
  },
  { of: row(1, task), title: 'Task 1557 started', context: 'network_ping · Branches' },
  { of: row(2, task), title: 'Task 1557 succeeded', context: 'network_ping · Branches' },
  {
    of: row(2, task, { outageFrom: TS - 90 * MIN }),
    title: 'Task 1557 succeeded, 1 h 30 min after it failed',
    context: '09:30 – 11:00 · network_ping · Branches',
  },
  { of: row(3, task), title: 'Task 1557 failed', context: 'network_ping · Branches' },
  { of: row(4, task), title: 'Threshold exceeded on task 1557', context: 'network_ping · Branches' },
  { of: row(5, suite), title: 'Suite “Branches” started', context: '' },
  { of: row(6, { test_suite_id: 395 }), title: 'Suite 395 finished', context: '' },
  { of: row(8, null), title: 'An agent is offline', context: '' },
  { of: row(4, {}), title: 'Threshold exceeded', context: '' },
  { of: row(12, agent), title: 'Type 12 (unknown to this version)', context: 'severity 1' },
  { of: row(12, null, { severity: -7 }), title: 'Type 12 (unknown to this version)', context: 'severity −7' },
  // Only the documented keys make titles; of the rest two short ones are context.
  {
    of: row(8, { ...agent, loss: 34, site_name: 'Gdańsk', third: 1 }),
    title: 'Agent 4 is offline',
    context: 'loss 34 · Gdańsk',
  },
  {
    of: row(8, { ...agent, note: 'x'.repeat(61), deep: { a: 1 }, empty: '' }),
    title: 'Agent 4 is offline',
    context: '',
  },
  { of: row(8, { test_agent_id: ' edge-7 ' }), title: 'Agent edge-7 is offline', context: '' },
])('$title · $context', ({ of, title, context }) => {
  expect(titleOf(of, tools())).toBe(title);
  expect(contextOf(of, tools())).toBe(context);
});

test.for([
  { of: row(8, agent), title: 'Gdańsk uplink is offline' },
  { of: row(4, task), title: 'Threshold exceeded on Gdańsk uplink' },
  { of: row(6, suite), title: 'Gdańsk uplink finished' },
  { of: row(12, null), title: 'Type 12 (unknown to this version)' },
])('a name that the user gave stands in every title: $title', ({ of, title }) => {
  expect(titleOf(of, tools({ [`lab/${of.subject}`]: 'Gdańsk uplink' }))).toBe(title);
  expect(titleOf(of, tools({ [`other/${of.subject}`]: 'Gdańsk uplink' }))).toBe(titleOf(of, tools()));
});

test.for([
  { type: 8, data: agent, subject: 'agent:4' },
  { type: 7, data: agent, subject: 'agent:4' },
  { type: 3, data: task, subject: 'task:1557' },
  { type: 4, data: task, subject: 'task:1557' },
  { type: 4, data: {}, subject: 'item:3587' },
  { type: 5, data: task, subject: 'suite:395' },
  { type: 8, data: { test_agent_id: { id: 4 } }, subject: 'item:3587' },
  { type: 8, data: [4], subject: 'item:3587' },
  { type: 12, data: agent, subject: 'item:3587' },
])('type $type with $data is about $subject', ({ type, data, subject }) => {
  expect(subjectText(subjectOf(type, data, '3587'))).toBe(subject);
  expect(subjectText(parseSubject(subject))).toBe(subject);
});

test('the name of a subject is that of its account', () => {
  const names = { 'lab/agent:4': 'Uplink' };
  expect(nameOf(names, 'lab', { kind: 'agent', id: '4' })).toBe('Uplink');
  expect(nameOf(names, 'home', { kind: 'agent', id: '4' })).toBeUndefined();
});

test.for([
  { of: row(7, agent), look: 'recovered' },
  { of: row(2, task, { outageFrom: TS - MIN }), look: 'recovered' },
  { of: row(2, task), look: 'info' },
  { of: row(8, agent), look: 'info' },
])('good news that ended an outage looks recovered: $look', ({ of, look }) => {
  expect(lookOf({ ...of, level: 'info' })).toBe(look);
});

test.for<{ data: Json; kept: Json }>([
  { data: null, kept: null },
  { data: [1, 2], kept: null },
  { data: {}, kept: {} },
  { data: task, kept: task },
  { data: { ...agent, location: { site: 'Łódź' } }, kept: agent },
  {
    data: { loss: 34, site_name: 'Łódź', third: 3, long: 'x'.repeat(61) },
    kept: { loss: 34, site_name: 'Łódź' },
  },
  { data: { task_type: 'x'.repeat(5000) }, kept: { task_type: 'x'.repeat(200) } },
])('of $data titles and contexts need $kept', ({ data, kept }) => {
  expect(essence(data)).toEqual(kept);
  const short = row(3, essence(data));
  expect([titleOf(short, tools()), contextOf(short, tools())]).toEqual([
    titleOf(row(3, data), tools()),
    contextOf(row(3, data), tools()),
  ]);
});
