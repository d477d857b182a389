import { expect, test } from 'vitest';
import { wordsOf } from '../../../support/words';
import { createAccountToasts } from '../../../../src-main/core/telling/account-toasts';
import type { ToastView } from '../../../../src-main/core/ports';
import { createFakeClock } from '../../../support/fake-clock';

const NAMES = ['Lab', 'Office', 'Kraków', 'Iași', 'Depot', 'Mast', 'Roof'];
const TIMEOUT = { kind: 'timeout' } as const;
const REFUSED = { kind: 'token-refused', status: 401 } as const;

/** What stands on the screen, by tag, and how often anything was shown or rang. */
function desk(language: 'en' | 'pl' | 'ro' = 'en') {
  const clock = createFakeClock();
  const standing = new Map<string, ToastView>();
  const opened: string[] = [];
  let click = (_tag: string): void => undefined;
  let close = click;
  let shown = 0;
  let rung = 0;
  const toasts = createAccountToasts({
    clock,
    words: () => wordsOf(language, 'UTC'),
    accountName: (account) => NAMES[Number(account.slice(1))] ?? '',
    chooseSound: (looks) => {
      if (looks[0] !== null) rung += 1;
      return [null];
    },
    onAccount: (account) => void opened.push(account),
    onSeveral: () => void opened.push('inbox'),
    toaster: {
      show: (view) => {
        shown += 1;
        standing.set(view.tag, view);
        return Promise.resolve({ state: 'shown' });
      },
      withdraw: (tag) => void standing.delete(tag),
      onAct: (listener) => (click = (tag) => listener(tag, 'open')),
      onClose: (listener) => (close = listener),
      onGone: () => undefined,
    },
  });
  const lose = (n: number, failure: Parameters<typeof toasts.notWatching>[1] = TIMEOUT) =>
    toasts.notWatching(`a${n}`, failure);
  const lines = (): string[] => [...standing.values()].map(({ title, body }) => `${title} | ${body}`);
  const counts = () => ({ bubbles: standing.size, shown, rung });
  return {
    clock,
    toasts,
    standing,
    opened,
    lose,
    lines,
    counts,
    click: (tag: string) => click(tag),
    close: (tag: string) => close(tag),
  };
}

const WHY =
  'The server did not answer in time. Tocsin asks again by itself. If it stays so, look at the server or the way to it.';

test('one is told at once, by name and with its cause', async () => {
  const { lose, lines, clock } = desk();
  await lose(0);
  expect(lines()).toEqual([`Not watching Lab | ${WHY}`]);
  await clock.pass(60_000);
  expect(lines()).toHaveLength(1);
});

test('seven at once are one bubble that rang once and was drawn twice', async () => {
  const { lose, lines, counts, clock } = desk();
  for (let n = 0; n < 7; n += 1) await lose(n);
  expect(lines()).toEqual([`Not watching Lab | ${WHY}`]);
  await clock.pass(5000);
  expect(lines()).toEqual([
    `7 accounts are not watched | Lab, Office, Kraków, Iași, Depot and 2 more\n${WHY}`,
  ]);
  expect(counts()).toEqual({ bubbles: 1, shown: 2, rung: 1 });
});

test('one more a second later waits until the bubble has stood for 5 s', async () => {
  const { lose, counts, clock } = desk();
  await lose(0);
  await clock.pass(1000);
  await lose(1);
  await clock.pass(3999);
  expect(counts().shown).toBe(1);
  await clock.pass(1);
  expect(counts().shown).toBe(2);
});

test('it shrinks in place, names the last with its cause, and goes with it', async () => {
  const { lose, lines, counts, toasts, clock } = desk();
  for (const n of [0, 1, 2]) await lose(n, n === 2 ? REFUSED : TIMEOUT);
  await clock.pass(5000);
  expect(lines()).toEqual([
    '3 accounts are not watched | Lab, Office, Kraków\nThe causes differ; each account’s page names its own.',
  ]);
  toasts.watchingAgain('a0'); // whose tag it has
  expect(counts().bubbles, 'it stands for the others').toBe(1);
  toasts.watchingAgain('a1');
  await clock.pass(5000);
  expect(lines()).toEqual(['Not watching Kraków | The server refused the token (401). Paste a new token.']);
  toasts.watchingAgain('a2');
  expect(lines()).toEqual([]);
  await clock.pass(60_000);
  expect(lines()).toEqual([]);
});

test('a minute after the last it is another trouble, with a bubble of its own', async () => {
  const { lose, counts, clock } = desk();
  await lose(0);
  await clock.pass(59_000);
  await lose(1);
  await clock.pass(60_000);
  await lose(2);
  expect(counts()).toEqual({ bubbles: 2, shown: 3, rung: 2 });
});

test('each that fails gives the next one another minute to join', async () => {
  const { lose, counts, clock } = desk();
  for (const n of [0, 1, 2]) {
    await lose(n);
    await clock.pass(40_000);
  }
  expect(counts()).toEqual({ bubbles: 1, shown: 3, rung: 1 });
});

test('closed while a change waits to be drawn: it stays closed; drawn again for another, it shrinks again', async () => {
  const { lose, toasts, counts, close, lines, clock } = desk();
  await lose(0);
  await lose(1);
  close('a0/watch');
  await clock.pass(5000);
  expect(counts().shown).toBe(1);
  await lose(2);
  await clock.pass(5000);
  expect(counts().shown).toBe(2);
  toasts.watchingAgain('a1');
  await clock.pass(5000);
  expect(lines()).toEqual([`2 accounts are not watched | Lab, Kraków\n${WHY}`]);
});

test('closed or clicked, it does not come back for one that recovers; for another that fails it does', async () => {
  const { lose, toasts, counts, click, close, opened, clock } = desk();
  for (const n of [0, 1, 2]) await lose(n);
  await clock.pass(5000);
  click('a0/watch');
  expect(opened).toEqual(['inbox']);
  toasts.watchingAgain('a1');
  await clock.pass(10_000);
  expect(counts().shown).toBe(2);
  await lose(3);
  await clock.pass(10_000);
  expect(counts().shown).toBe(3);
  close('a0/watch');
  toasts.watchingAgain('a3');
  toasts.watchingAgain('a2');
  await clock.pass(10_000);
  expect(counts().shown).toBe(3);
  click('a0/watch');
  expect(opened).toEqual(['inbox', 'a0']);
});

test('lost again while the bubble with its tag stands for others: it joins them', async () => {
  const { lose, toasts, lines, clock } = desk();
  for (const n of [0, 1]) await lose(n);
  await clock.pass(5000);
  toasts.watchingAgain('a0');
  await clock.pass(120_000);
  await lose(0);
  await clock.pass(5000);
  expect(lines()).toEqual([`2 accounts are not watched | Office, Lab\n${WHY}`]);
});

test.for([
  { language: 'pl', n: 2, title: '2 konta nie są obserwowane' },
  { language: 'pl', n: 5, title: '5 kont nie jest obserwowanych' },
  { language: 'ro', n: 2, title: '2 conturi nu sunt urmărite' },
] as const)('$language: $title', async ({ language, n, title }) => {
  const { lose, lines, clock } = desk(language);
  for (let one = 0; one < n; one += 1) await lose(one);
  await clock.pass(5000);
  expect(lines()[0]).toContain(title);
});
