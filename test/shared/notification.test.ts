import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelOf, levelOfType, readItem } from '../../src-shared/notification';

const good = {
  id: 3587,
  type: 8,
  seen: false,
  severity: 1,
  timestamp: '2022-01-27T17:30:57.239897+01:00',
  additional_data: { test_agent_id: 4 },
};
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
};

test('the document’s own example', () => {
  expect(readItem(good)).toEqual({
    ok: true,
    item: {
      id: '3587',
      ts: 1643301057239897,
      type: 8,
      severity: 1,
      seen: false,
      timestamp: '2022-01-27T17:30:57.239897+01:00',
      data: { test_agent_id: 4 },
    },
  });
});

test.for([
  { what: 'severity −7', given: { severity: -7 }, kept: { severity: -7 } },
  { what: 'severity 10⁹', given: { severity: 1e9 }, kept: { severity: 1e9 } },
  { what: 'severity beyond 2^53', given: { severity: 1e20 }, kept: { severity: Number.MAX_SAFE_INTEGER } },
  { what: 'severity below −2^53', given: { severity: -1e20 }, kept: { severity: Number.MIN_SAFE_INTEGER } },
  { what: 'type 12', given: { type: 12 }, kept: { type: 12 } },
  { what: 'type −1', given: { type: -1 }, kept: { type: -1 } },
  { what: 'no additional_data', given: { additional_data: undefined }, kept: { data: null } },
  { what: 'additional_data null', given: { additional_data: null }, kept: { data: null } },
  { what: 'additional_data a text', given: { additional_data: 'x' }, kept: { data: 'x' } },
  { what: 'an id as text', given: { id: '0042' }, kept: { id: '42' } },
  {
    what: 'an id of 63 bits as text',
    given: { id: '9223372036854775807' },
    kept: { id: '9223372036854775807' },
  },
  { what: 'a negative id', given: { id: -5 }, kept: { id: '-5' } },
  { what: 'an unknown field', given: { priority: 'x' }, kept: { id: '3587' } },
  { what: '32 levels', given: { additional_data: nested(32) }, kept: { id: '3587' } },
  {
    what: '300,000 values side by side',
    given: { additional_data: Array(300_000).fill(1) },
    kept: { id: '3587' },
  },
])('$what is kept', ({ given, kept }) => {
  expect(readItem({ ...good, ...given })).toMatchObject({ ok: true, item: kept });
});

test.for([
  { value: null, field: 'item' },
  { value: [good], field: 'item' },
  { value: 7, field: 'item' },
  { value: {}, field: 'id' },
  { value: { ...good, id: 1.5 }, field: 'id' },
  { value: { ...good, id: 9007199254740992 }, field: 'id' },
  { value: { ...good, id: '9223372036854775808' }, field: 'id' },
  { value: { ...good, id: 'x' }, field: 'id' },
  { value: { ...good, timestamp: 'soon' }, field: 'timestamp' },
  { value: { ...good, timestamp: 1643301057 }, field: 'timestamp' },
  { value: { ...good, type: '8' }, field: 'type' },
  { value: { ...good, severity: 1.5 }, field: 'severity' },
  { value: { ...good, severity: Infinity }, field: 'severity' },
  { value: { ...good, seen: 1 }, field: 'seen' },
  { value: { ...good, additional_data: nested(33) }, field: 'additional_data' },
  { value: { ...good, additional_data: nested(100_000) }, field: 'additional_data' },
])('what cannot be read is named: $field', ({ value, field }) => {
  expect(readItem(value)).toMatchObject({ ok: false, field });
});

test('an unreadable item still tells its place where its stamp can be read', () => {
  expect(readItem({ ...good, severity: 'high' })).toMatchObject({ ts: 1643301057239897 });
  expect(readItem({ ...good, severity: 'high', timestamp: 'soon' })).toMatchObject({ ts: undefined });
});

test('whatever comes is read or refused by a field, and never throws', () => {
  const hostile = fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withBigInt: true }));
  const item = fc.record(
    {
      id: fc.oneof(fc.integer(), fc.double(), fc.string(), hostile),
      type: fc.oneof(fc.integer(), hostile),
      seen: fc.oneof(fc.boolean(), hostile),
      severity: fc.oneof(fc.integer(), fc.double(), hostile),
      timestamp: fc.oneof(fc.constant(good.timestamp), fc.string(), hostile),
      additional_data: hostile,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(item, hostile), (value) => {
      const read = readItem(value);
      if (!read.ok) {
        expect(read.field).toMatch(/^(item|id|timestamp|type|severity|seen|additional_data)$/);
        return;
      }
      expect(read.item.id).toMatch(/^-?\d{1,19}$/);
      expect([read.item.ts, read.item.type, read.item.severity].every(Number.isSafeInteger)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.for([
  { type: 8, level: 'major' },
  { type: 3, level: 'major' },
  { type: 4, level: 'warning' },
  { type: 1, level: 'info' },
  { type: 2, level: 'info' },
  { type: 5, level: 'info' },
  { type: 6, level: 'info' },
  { type: 7, level: 'info' },
  { type: 12, level: 'info' },
])('type $type is $level of itself', ({ type, level }) => expect(levelOfType(type)).toBe(level));

test.for([
  { type: 1, severity: 3, mapped: { '3': 'critical' }, level: 'critical' },
  { type: 8, severity: 3, mapped: { '3': 'warning' }, level: 'major' }, // raised, never lowered
  { type: 1, severity: -7, mapped: { '-7': 'warning' }, level: 'warning' },
  { type: 1, severity: 3, mapped: { '4': 'critical' }, level: 'info' },
] as const)('type $type, severity $severity → $level', ({ type, severity, mapped, level }) =>
  expect(levelOf(type, severity, mapped)).toBe(level),
);
