import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../../src-shared/app-error';
import { readItemText, readPage } from '../../../../src-main/core/sync/read-page';
import { sliceItems, type Decode } from '../../../../src-main/core/sync/slice-items';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const item = (id: number | string, second: number, more: object = {}): object => ({
  id,
  type: 8,
  seen: false,
  severity: 1,
  timestamp: `2026-11-22T10:00:${String(second).padStart(2, '0')}Z`,
  additional_data: null,
  ...more,
});
const page = (results: unknown[], more: object = {}) =>
  readPage(bytes(JSON.stringify({ count: results.length, next: null, previous: null, results, ...more })));
const ts = (second: number): number => (Date.UTC(2026, 10, 22, 10) + second * 1000) * 1000;

const space = fc.stringMatching(/^[ \t\r\n]{0,2}$/);
/** A JSON text of some value, written with white space of its own. */
const written = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('', ' ', '\t', '  '))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

test('cutting any list gives back the exact text of each item', () => {
  const key = fc
    .string()
    .filter((one) => one !== 'results')
    .map((one) => JSON.stringify(one));
  const others = fc.array(fc.tuple(key, written), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(written), others, others, space, (items, before, after, gap) => {
      const list = `[${gap}${items.join(`${gap},${gap}`)}${gap}]`;
      const members = [...before, ['"results"', list] as const, ...after];
      const text = `${gap}{${gap}${members.map(([name, value]) => `${name}${gap}:${gap}${value}`).join(`${gap},`)}${gap}}`;
      const cut = sliceItems(bytes(text));
      expect(cut?.items).toEqual(items);
      const whole = JSON.parse(text) as { results: unknown };
      expect(JSON.parse(cut!.rest)).toEqual({ ...whole, results: [] });
    }),
    { numRuns: 500 },
  );
});

test.for([
  { what: 'nothing', text: '', kind: 'broken-json' },
  { what: 'a web page', text: '<!doctype html><title>Sign in</title>', kind: 'not-json' },
  { what: 'words', text: 'OK', kind: 'not-json' },
  { what: 'cut within an item', text: '{"count":1,"results":[{"id":1,"type', kind: 'broken-json' },
  { what: 'cut within a string', text: '{"count":1,"results":["abc', kind: 'broken-json' },
  { what: 'cut between items', text: '{"count":2,"results":[{"id":1},', kind: 'broken-json' },
  { what: 'cut after the list', text: '{"results":[{"id":1}],"count":', kind: 'broken-json' },
  { what: 'the end twice', text: '{"results":[]}}', kind: 'broken-json' },
  { what: 'a comma too many', text: '{"results":[1,]}', kind: 'broken-json' },
  { what: 'commas alone', text: '{"results":[,]}', kind: 'broken-json' },
  { what: 'no comma', text: '{"results":[1 2]}', kind: 'broken-json' },
  { what: 'another JSON', text: '{"status":"ok"}', kind: 'not-our-api' },
  { what: 'a list', text: '[{"results":[]}]', kind: 'not-our-api' },
  { what: 'a number', text: '7', kind: 'not-our-api' },
  { what: 'results that are none', text: '{"results":null,"count":0}', kind: 'not-our-api' },
  { what: 'results as an object', text: '{"results":{"1":{}}}', kind: 'not-our-api' },
  { what: 'results further down', text: '{"data":{"results":[]}}', kind: 'not-our-api' },
])('$what is refused: $kind', ({ text, kind }) => {
  expect(() => readPage(bytes(text))).toThrow(AppError);
  try {
    readPage(bytes(text));
  } catch (error) {
    expect((error as AppError).failure.kind).toBe(kind);
  }
});

test('letters of several bytes, a byte order mark and bytes that are none come out as a decoder reads the whole', () => {
  const name = 'Łódź – Ș 😀 \\u0141';
  const text = `\ufeff{"count":2,"results":[{"id":1,"name":"${name}"},"${name}"],"next":"ż"}`;
  const whole = Buffer.from(text);
  whole[whole.indexOf('Ș')] = 0xff;
  const asNode: Decode = (given) => (from, to) => Buffer.from(given).toString('utf8', from, to);
  const broken = new TextDecoder().decode(whole);
  for (const decode of [undefined, asNode]) {
    const cut = sliceItems(whole, decode)!;
    expect(cut.items).toHaveLength(2);
    expect(cut.rest).toBe('{"count":2,"results":[],"next":"ż"}');
    expect(broken).toBe(`{"count":2,"results":[${cut.items.join()}],"next":"ż"}`);
  }
});

test('any text is read or refused, and nothing else happens', () => {
  const near = fc
    .tuple(fc.array(written, { maxLength: 4 }), fc.nat(60), fc.string({ maxLength: 3 }))
    .map(([items, at, put]) => {
      const text = `{"count":1,"results":[${items.join(',')}],"next":null}`;
      return text.slice(0, at) + put + text.slice(at + put.length);
    });
  fc.assert(
    fc.property(fc.oneof(near, fc.json(), fc.string()), (text) => {
      try {
        expect(readPage(bytes(text)).length).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 1000 },
  );
});

test.for([
  { levels: 34, field: 'additional_data', stamp: ts(3) }, // the innermost of them is empty, and counts for nothing
  { levels: 40, field: 'additional_data', stamp: ts(3) },
  { levels: 5_000_000, field: 'item', stamp: undefined }, // never built: it would take a gigabyte
])('$levels levels deep costs one item and no stack', ({ levels, field, stamp }) => {
  const deep = '['.repeat(levels) + ']'.repeat(levels);
  const good = JSON.stringify(item(2, 2));
  const read = readPage(
    bytes(`{"results":[${JSON.stringify(item(1, 3)).replace('null', deep)},${good}],"count":2}`),
  );
  expect(read.rows.map(({ id }) => id)).toEqual(['2']);
  expect(read.bad).toEqual([{ field, ts: stamp, raw: expect.stringContaining(deep) as string }]);
});

test('as many levels as are allowed cost nothing', () => {
  const deep = '['.repeat(33) + ']'.repeat(33);
  expect(
    readPage(bytes(`{"results":[${JSON.stringify(item(1, 3)).replace('null', deep)}]}`)).rows,
  ).toHaveLength(1);
});

test.for(['9007199254740993', '9223372036854775807', '-9223372036854775808', '1234567890123456'])(
  'the id %s is exact to the digit',
  (id) => {
    const read =
      readItemText(`{ "additional_data": {"id": 1234567890123456789, "x": "\\"id\\": 7"}, "id" : ${id},
    "type":8,"seen":false,"severity":1,"timestamp":"2026-11-22T10:00:00Z"}`);
    expect(read).toMatchObject({ ok: true, item: { id } });
  },
);

test('the id of something within is not the item’s', () => {
  const inner =
    '{"type":8,"seen":false,"severity":1,"timestamp":"2026-11-22T10:00:00Z","additional_data":{"id":1234567890123456789}';
  expect(readItemText(`${inner},"id":42}`)).toMatchObject({ item: { id: '42' } });
  expect(readItemText(`${inner}}`)).toMatchObject({ ok: false, field: 'id' });
});

test.for(['9223372036854775808', '99999999999999999999', '1e30', '1234567890123456.5'])(
  'the id %s is none that can be kept exactly',
  (id) => {
    expect(readItemText(JSON.stringify(item(0, 0)).replace('"id":0', `"id":${id}`))).toMatchObject({
      ok: false,
      field: 'id',
    });
  },
);

test.for([
  { what: 'six million letters', text: 'x'.repeat(6_000_000) },
  { what: 'three million escapes', text: '\\"'.repeat(3_000_000) },
])('a text of $what beside a long id costs no stack', ({ text }) => {
  const raw = `{"id":9007199254740993,"type":8,"seen":false,"severity":1,"timestamp":"2026-11-22T10:00:00Z","additional_data":"${text}"}`;
  expect(readItemText(raw)).toMatchObject({ ok: true, item: { id: '9007199254740993' } });
});

test('each row keeps its text as the server sent it', () => {
  const raw =
    '{"id": 1.0, "type":8, "seen":false,\n "severity":1, "timestamp":"2026-11-22T10:00:00Z", "n": 12345678901234567890.10}';
  expect(readPage(bytes(`{"count":1,"results":[ ${raw} ]}`)).rows[0]).toMatchObject({ id: '1', raw });
});

test('what a page says of itself', () => {
  expect(page([item(5, 9), item(4, 8), item(3, 8)])).toMatchObject({
    length: 3,
    count: 3,
    hasNext: false,
    nextLimit: null,
    firstTs: ts(9),
    lastTs: ts(8),
    tieAtEnd: 2,
    rising: false,
  });
  expect(page([])).toMatchObject({ length: 0, firstTs: null, lastTs: null, tieAtEnd: 0, rising: false });
});

test.for([
  { next: 'http://internal:8000/api/user/notifications/?limit=50&offset=50', limit: 50 },
  { next: 'http://internal/?offset=50&limit=7', limit: 7 },
  { next: 'http://internal/?offset=50', limit: null },
  { next: 'http://internal/?limit=0', limit: null },
  { next: 'http://internal/?limit=abc', limit: null },
  { next: '/relative?limit=3', limit: 3 },
])('of next only its limit is taken: $next → $limit', ({ next, limit }) => {
  expect(page([], { next })).toMatchObject({ hasNext: true, nextLimit: limit });
});

test.for([
  { next: null, count: 'many', read: { hasNext: false, count: null } },
  { next: '', count: 1.5, read: { hasNext: false, count: null } },
  { next: 7, count: null, read: { hasNext: false, count: null } },
])('next $next and count $count say nothing', ({ next, count, read }) => {
  expect(page([], { next, count })).toMatchObject(read);
});

test('stamps that rise are told', () => {
  expect(page([item(1, 1), item(2, 2)]).rising).toBe(true);
  expect(page([item(1, 2), { severity: 'x', timestamp: '2026-11-22T10:00:03Z', id: 9 }]).rising).toBe(true);
});

test('an unreadable item with a stamp bounds its page; one without bounds nothing', () => {
  const spoilt = (second: number): object => item(7, second, { severity: 'high' });
  const blank = item(8, 0, { timestamp: 'soon' });
  const read = page([blank, spoilt(9), item(5, 8), item(4, 7), blank, spoilt(7), blank]);
  expect(read).toMatchObject({ length: 7, firstTs: ts(9), lastTs: ts(7) });
  expect(read.tieAtEnd).toBe(4); // from item 4 on: what follows it lies in the group or anywhere
  expect(read.bad).toHaveLength(5);
});
