import { describe, expect, test } from 'vitest';
import { moreOf } from '../../src-renderer/details/more-of';
import { prettyJson } from '../../src-renderer/details/pretty-json';
import { shortcutOf } from '../../src-renderer/frame/shortcuts';
import { worstTrouble } from '../../src-renderer/frame/banners/trouble';
import { chipsOf } from '../../src-renderer/inbox/query/chips';
import { readDraft } from '../../src-renderer/inbox/query/draft';
import { createLayout, groupOf, groupTitle } from '../../src-renderer/inbox/rows/headings';
import { placeIn, viewOf } from '../../src-renderer/places';
import { dayOf } from '../../src-renderer/ui/use-today';
import { EMPTY, inputOf, ofKind, problemsOf, unsafeHost } from '../../src-renderer/welcome/connection';
import { suggestedName } from '../../src-shared/account';
import type { Filter } from '../../src-shared/filter';
import { wordsOf } from '../support/words';
import { anAccount, aRow, aState, MINUTE, NOW } from './world';

const words = wordsOf('en');

describe('the query box', () => {
  test.for<{
    draft: string;
    whole?: boolean;
    from?: Filter;
    filter: Filter;
    left: string;
    unknown?: string[];
  }>([
    { draft: 'ping', filter: { text: 'ping' }, left: 'ping' },
    { draft: 'seen:no', filter: {}, left: 'seen:no' }, // still being typed
    { draft: 'seen:no ', filter: { seen: false }, left: '' },
    { draft: 'seen:no', whole: true, filter: { seen: false }, left: '' },
    { draft: 'type:offline|failed ping ', filter: { types: [8, 3], text: 'ping' }, left: 'ping' },
    {
      draft: 'severity:>=2 level:major x',
      filter: { severity: { op: '>=', value: 2 }, level: 'major', text: 'x' },
      left: 'x',
    },
    {
      draft: 'sevrity:2 ping',
      whole: true,
      filter: { text: 'ping' },
      left: 'sevrity:2 ping',
      unknown: ['sevrity:2'],
    },
    { draft: 'sevrity:2', filter: {}, left: 'sevrity:2' }, // not wrong before it is whole
    { draft: '', from: { seen: false, text: 'ping' }, filter: { seen: false }, left: '' },
    { draft: 'on:sunday ', filter: { since: '2026-11-15', until: '2026-11-15' }, left: '' },
    { draft: 'order:oldest ', filter: { order: 'oldest' }, left: '' },
    { draft: 'order:newest ', from: { order: 'oldest' }, filter: {}, left: '' },
  ])('$draft ($whole)', ({ draft, whole = false, from = {}, filter, left, unknown = [] }) => {
    expect(readDraft(from, draft, whole, dayOf(NOW))).toEqual({ filter, text: left, unknown });
  });

  test('every part of a filter is a chip that takes itself away', () => {
    const filter: Filter = {
      seen: false,
      level: 'warning',
      types: [8, 12],
      severity: { op: 'in', values: [1, 2] },
      account: 'lab1',
      order: 'oldest',
      since: '2026-11-16',
      until: '2026-11-17',
      text: 'ping',
    };
    const chipsFor = (given: Filter) =>
      chipsOf(
        given,
        words.messages.inbox.query,
        () => 'Lab Warsaw',
        (day) => `day ${day}`,
      );
    const chips = chipsFor(filter);
    expect(chips.map(({ name, value }) => `${name}:${value}`)).toEqual([
      'seen:no',
      'level:>=warning',
      'type:offline|12',
      'severity:1|2',
      'since:day 2026-11-16',
      'until:day 2026-11-17',
      'account:Lab Warsaw',
      'order:oldest first',
    ]);
    for (const { without: rest } of chips) expect(Object.keys(rest)).toHaveLength(8);
    expect(chipsFor({ seen: true, since: '2026-11-16', until: '2026-11-16' }).slice(1)).toEqual([
      { name: 'on', value: 'day 2026-11-16', without: { seen: true } },
    ]);
  });
});

test.for([
  { key: 'j', act: 'move', to: 'next' },
  { key: 'ArrowUp', act: 'move', to: 'previous' },
  { key: 'PageDown', act: 'move', to: 'page-down' },
  { key: 'e', act: 'seen' },
  { key: 'z', ctrlKey: true, act: 'undo' },
  { key: 'e', ctrlKey: true, act: undefined },
  { key: 'j', altKey: true, act: undefined },
  { key: 'q', act: undefined },
])('$key → $act', ({ act, to, ...pressed }) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const shortcut = shortcutOf({ ...none, ...pressed });
  expect(shortcut?.act).toBe(act);
  if (to) expect(shortcut).toMatchObject({ to });
});

describe('headings', () => {
  const opened = { at: NOW, ts: (NOW - 10 * MINUTE) * 1000 };
  const today = dayOf(NOW);
  test.for([
    { ago: 1, above: true, title: 'New since 14:02' },
    { ago: 20, above: true, title: 'Earlier today' },
    { ago: 20, above: false, title: 'Today' },
    { ago: 24 * 60, above: false, title: 'Yesterday, 21 November' },
    { ago: 400 * 24 * 60, above: false, title: '18 October 2025' },
  ])('$ago min ago: $title', ({ ago, above, title }) => {
    const group = groupOf(aRow({ id: 1, ago: ago * MINUTE }), opened, 'newest');
    expect(groupTitle(group, opened, today, words, above)).toBe(title);
  });

  test('rows with a heading are taller, and those below are lower', () => {
    const layout = createLayout([0, 5], 34, 28);
    expect([layout.top(0), layout.size(0), layout.top(5), layout.top(6), layout.size(6)]).toEqual([
      0, 62, 198, 260, 34,
    ]);
  });
});

test.for([
  {
    text: '{"id":9007199254740993,"a":[1,{"b":"x, {y}"}],"c":{},"d":[]}',
    pretty:
      '{\n  "id": 9007199254740993,\n  "a": [\n    1,\n    {\n      "b": "x, {y}"\n    }\n  ],\n  "c": {},\n  "d": []\n}',
  },
  {
    text: '{"a":"quote \\" and \\\\","b":-1.5e+3}',
    pretty: '{\n  "a": "quote \\" and \\\\",\n  "b": -1.5e+3\n}',
  },
  { text: '{broken', pretty: '{broken' },
])('JSON is laid out without touching a value: $text', ({ text, pretty }) => {
  expect(prettyJson(text)).toBe(pretty);
});

test('what is named in words is not shown twice; what it should not hold is', () => {
  expect(moreOf({ test_agent_id: 4 })).toBeNull();
  expect(moreOf({ task_id: 1, loss: 3, task_type: { x: 1 } })).toEqual({ loss: 3, task_type: { x: 1 } });
  expect(moreOf(null)).toBeNull();
  expect(moreOf([1])).toEqual([1]);
});

test('the account that waits for a person is named first, then the one that has been silent for longest', () => {
  const off = (id: string, since: number, kind: 'timeout' | 'token-refused') =>
    anAccount({ id, health: { state: 'not-watching', since, failure: { kind } } });
  const all = [off('a', 5, 'timeout'), off('b', 3, 'timeout'), off('c', 9, 'token-refused'), anAccount()];
  expect(worstTrouble(all, null)).toMatchObject({ account: { id: 'c' }, others: 2 });
  expect(worstTrouble(all.slice(0, 2), null)).toMatchObject({ account: { id: 'b' }, others: 1 });
  expect(worstTrouble([anAccount()], null)).toBeUndefined();
  // The history's own banner has said so already, for all of them.
  expect(worstTrouble(all, { kind: 'timeout' })).toMatchObject({ account: { id: 'c' }, others: 0 });
});

test('places: where a window opens, and where it goes when an account is gone', () => {
  const tenant = anAccount({ id: 'tenant', kind: 'tenant' });
  expect(placeIn(aState({ accounts: [] }), null)).toEqual({ page: 'welcome' });
  expect(placeIn(aState(), null)).toEqual({ page: 'inbox' });
  expect(placeIn(aState({ accounts: [tenant] }), { page: 'inbox' })).toEqual({
    page: 'account',
    account: 'tenant',
  });
  expect(placeIn(aState(), { page: 'account', account: 'gone' })).toEqual({ page: 'inbox' });
  expect(viewOf({ seen: false })).toBe('inbox');
  expect(viewOf({ seen: false, text: 'x' })).toBeUndefined();
});

describe('connecting', () => {
  const form = {
    ...EMPTY,
    kind: 'inbox',
    address: 'https://a.example/x/',
    name: '',
    token: ' t ',
    scheme: 'Token',
    allowHttp: false,
  } as const;
  const { welcome } = words.messages.pages;
  test.for([
    { address: '', problem: welcome.addressEmpty },
    { address: 'nettest', problem: welcome.addressProblems['not-a-url'] },
    { address: 'ftp://a.example', problem: welcome.addressProblems.scheme },
    { address: 'https://me:pw@a.example', problem: welcome.addressProblems.credentials },
    { address: 'https://a.example/?x=1', problem: welcome.addressProblems.query },
    { address: 'http://10.0.0.1', problem: welcome.addressProblems.http },
    { address: 'http://localhost:8000', problem: undefined },
  ])('$address', ({ address, problem }) => {
    expect(problemsOf({ ...form, address }, welcome).address).toBe(problem);
  });

  test('http is allowed by name only where it is needed', () => {
    expect(unsafeHost('http://10.0.0.1:8080/x')).toBe('10.0.0.1:8080');
    expect(unsafeHost('http://127.0.0.1')).toBeNull();
    expect(unsafeHost('https://10.0.0.1')).toBeNull();
  });

  test('what is sent is trimmed; the host is a name to begin with', () => {
    expect(inputOf(form)).toEqual({
      kind: 'inbox',
      baseUrl: 'https://a.example/x',
      scheme: 'Token',
      token: 't',
      allowHttp: false,
    });
    expect(suggestedName('https://a.example/x')).toBe('a.example');
  });

  test('the tenant kind brings its address and scheme, and takes nothing that was typed', () => {
    expect(ofKind({ ...form, address: '' }, 'tenant')).toMatchObject({
      address: 'https://api.aether365.io',
      scheme: 'Bearer',
    });
    expect(ofKind(form, 'tenant').address).toBe('https://a.example/x/');
    expect(ofKind(ofKind({ ...form, address: '' }, 'tenant'), 'inbox').address).toBe('');
  });
});
