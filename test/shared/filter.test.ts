import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  Filter,
  matches,
  parseQuery,
  parseSeverity,
  severityText,
  toQueryText,
  toServerQuery,
} from '../../src-shared/filter';
import { dayNumber } from '../../src-shared/days';
import { LEVELS } from '../../src-shared/notification';

/** 22 November 2026. */
const SUNDAY = dayNumber('2026-11-22')!;
const newest = { ordering: '-timestamp' };

test.for<{ filter: Filter; params: object; left?: string[] }>([
  { filter: {}, params: newest },
  { filter: { order: 'newest' }, params: newest },
  { filter: { order: 'oldest' }, params: { ordering: 'timestamp' } },
  { filter: { seen: false }, params: { seen: 'false', ...newest } },
  { filter: { seen: true }, params: { seen: 'true', ...newest } },
  { filter: { severity: { op: 'in', values: [1] } }, params: { severity: '1', ...newest } },
  { filter: { severity: { op: 'in', values: [1, 2, 3] } }, params: { severity: '1|2|3', ...newest } },
  { filter: { severity: { op: '>=', value: 1 } }, params: { severity: '>=1', ...newest } },
  { filter: { severity: { op: '<=', value: 1 } }, params: { severity: '<=1', ...newest } },
  { filter: { severity: { op: '>', value: -7 } }, params: { severity: '>-7', ...newest } },
  { filter: { severity: { op: '<', value: 1 } }, params: { severity: '<1', ...newest } },
  { filter: { types: [1] }, params: { type: '1', ...newest } },
  { filter: { types: [1, 2, 3] }, params: { type: '1|2|3', ...newest } },
  { filter: { types: [8, 12] }, params: newest, left: ['type'] },
  { filter: { level: 'info' }, params: newest },
  { filter: { level: 'warning' }, params: { type: '3|4|8', ...newest } },
  { filter: { level: 'major' }, params: { type: '3|8', ...newest } },
  { filter: { level: 'major', types: [8, 1] }, params: { type: '8', ...newest } },
  { filter: { level: 'major', types: [1] }, params: { type: '1', ...newest }, left: ['level'] },
  { filter: { level: 'critical' }, params: newest, left: ['level'] },
  { filter: { text: 'ping' }, params: newest, left: ['text'] },
  { filter: { account: 'lab' }, params: newest },
  { filter: { down: true }, params: { type: '8', ...newest }, left: ['down'] },
  { filter: { since: '2026-11-17' }, params: newest, left: ['day'] },
  { filter: { until: '2026-11-17' }, params: newest, left: ['day'] },
])('the server is asked $params', ({ filter, params, left = [] }) => {
  expect(toServerQuery(filter)).toEqual({ params, left });
});

test('once severities mean something, types cannot say a level', () => {
  expect(toServerQuery({ level: 'warning' }, { '3': 'critical' })).toEqual({
    params: newest,
    left: ['level'],
  });
});

test.for<{ text: string; filter: Filter; unknown?: string[] }>([
  { text: '', filter: {} },
  { text: '  seen:no   ping  4 ', filter: { seen: false, text: 'ping 4' } },
  { text: 'SEEN:YES Level:Major', filter: { seen: true, level: 'major' } },
  { text: 'type:offline|failed|12', filter: { types: [8, 3, 12] } },
  { text: 'severity:=>2', filter: { severity: { op: '>=', value: 2 } } },
  { text: 'severity:=<2', filter: { severity: { op: '<=', value: 2 } } },
  { text: 'severity:-7|1000000000', filter: { severity: { op: 'in', values: [-7, 1e9] } } },
  { text: 'level:>=warning order:oldest', filter: { level: 'warning', order: 'oldest' } },
  { text: 'account:lab1', filter: { account: 'lab1' } },
  { text: 'Agent:4 seen:no task:7', filter: { seen: false, text: 'Agent:4 task:7' } },
  { text: 'agent: colour:4', filter: {}, unknown: ['agent:', 'colour:4'] },
  { text: 'down:yes', filter: { down: true } },
  { text: 'on:Tuesday ping', filter: { since: '2026-11-17', until: '2026-11-17', text: 'ping' } },
  { text: 'since:16.11 until:yesterday', filter: { since: '2026-11-16', until: '2026-11-21' } },
  { text: 'on:tuesday since:monday', filter: { since: '2026-11-16', until: '2026-11-17' } },
  { text: 'on:x since: until:30.2', filter: {}, unknown: ['on:x', 'since:', 'until:30.2'] },
  { text: 'down:no', filter: {}, unknown: ['down:no'] },
  { text: 'seen:maybe colour:red', filter: {}, unknown: ['seen:maybe', 'colour:red'] },
  { text: 'type: severity: account:', filter: {}, unknown: ['type:', 'severity:', 'account:'] },
  { text: 'type:constructor level:toString', filter: {}, unknown: ['type:constructor', 'level:toString'] },
  {
    text: 'severity:1.5 severity:>= severity:1|',
    filter: {},
    unknown: ['severity:1.5', 'severity:>=', 'severity:1|'],
  },
  { text: ':) ok', filter: { text: ':) ok' } },
])('"$text" is understood, and what is not is told', ({ text, filter, unknown = [] }) => {
  expect(parseQuery(text, SUNDAY)).toEqual({ filter, unknown });
});

const number = fc.integer({ min: -1e9, max: 1e9 });
const word = fc.stringMatching(/^[^\s:]{1,8}$/).filter((one) => one.trim() === one && one !== '');
const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    account: fc.stringMatching(/^[a-z0-9]{4,12}$/),
    seen: fc.boolean(),
    severity: fc.oneof(
      fc.record({ op: fc.constant('in' as const), values: fc.array(number, { minLength: 1, maxLength: 5 }) }),
      fc.record({ op: fc.constantFrom('<', '<=', '>', '>='), value: number }),
    ),
    types: fc.array(fc.integer({ min: -2, max: 30 }), { minLength: 1, maxLength: 5 }),
    level: fc.constantFrom(...LEVELS),
    text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    order: fc.constant('oldest' as const),
    down: fc.constant(true as const),
    since: fc.constantFrom('2026-11-16', '2026-11-17'),
    until: fc.constantFrom('2026-11-17', '2026-11-18'),
  },
  { requiredKeys: [] },
);

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(v.is(Filter, filter)).toBe(true);
      expect(parseQuery(toQueryText(filter), SUNDAY)).toEqual({ filter, unknown: [] });
    }),
    { numRuns: 500 },
  );
});

test('any text gives a filter that main accepts', () => {
  const text = fc.array(
    fc.oneof(fc.string(), word, fc.constantFrom('type:1|2', 'severity:>=9', 'level:major')),
  );
  fc.assert(
    fc.property(text, (words) => {
      expect(v.is(Filter, parseQuery(words.join(' '), SUNDAY).filter)).toBe(true);
    }),
  );
});

test('a severity is read back from the API’s own spelling', () => {
  fc.assert(
    fc.property(anyFilter, ({ severity }) => {
      fc.pre(severity !== undefined);
      expect(parseSeverity(severityText(severity!))).toEqual(severity);
    }),
  );
});

const row = {
  key: { account: 'a', id: '1', ts: new Date(2026, 10, 17).getTime() * 1000 },
  type: 8,
  severity: 2,
  seen: false,
  level: 'major',
  snoozedUntil: null,
  outageTo: null,
} as const;
test.for<{ filter: Filter; fits: boolean }>([
  { filter: {}, fits: true },
  { filter: { seen: false }, fits: true },
  { filter: { seen: true }, fits: false },
  { filter: { types: [8] }, fits: true },
  { filter: { types: [7] }, fits: false },
  { filter: { level: 'major' }, fits: true },
  { filter: { level: 'critical' }, fits: false },
  { filter: { severity: { op: 'in', values: [1, 2] } }, fits: true },
  { filter: { severity: { op: 'in', values: [1, 3] } }, fits: false },
  { filter: { severity: { op: '<', value: 2 } }, fits: false },
  { filter: { severity: { op: '<=', value: 2 } }, fits: true },
  { filter: { severity: { op: '>', value: 2 } }, fits: false },
  { filter: { severity: { op: '>=', value: 2 } }, fits: true },
  { filter: { since: '2026-11-17' }, fits: true },
  { filter: { since: '2026-11-18' }, fits: false },
  { filter: { until: '2026-11-17' }, fits: true },
  { filter: { until: '2026-11-16' }, fits: false },
])(
  '$filter on an unseen offline of severity 2, at the beginning of 17 November: $fits',
  ({ filter, fits }) => {
    expect(matches(filter, row)).toBe(fits);
  },
);

test.for([
  { what: 'an outage that lasts', over: {}, fits: true },
  { what: 'one that is over', over: { outageTo: 5 }, fits: false },
  { what: 'its end', over: { type: 7 }, fits: false },
])('down now: $what, $fits', ({ over, fits }) => {
  expect(matches({ down: true }, { ...row, ...over })).toBe(fits);
});
