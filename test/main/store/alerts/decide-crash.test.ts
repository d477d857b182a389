import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isDigest, type Bubble } from '../../../../src-main/core/alerts/decision';
import { contextOf, opened, T0, toldBy, type Opened } from '../opened';

/** The process ends here: nothing after it happens. */
class Crash extends Error {}

/** Two pages, newest first, of which the older has the outage that the newer ends; a third one besides. */
const NEWER = [
  { id: 14, second: 40, type: 3, data: { task_id: 7 } },
  { id: 13, second: 30, type: 7, data: { test_agent_id: 5 } },
];
const OLDER = [
  { id: 12, second: 20, type: 8, data: { test_agent_id: 5 } },
  { id: 11, second: 10, type: 3, data: { task_id: 6 } },
];
const OLD = [{ id: 1, second: 1, seen: true }];

/** One life: what the last one left, a walk of two pages, its decisions, each of them drawn. */
function live(store: Opened, drawn: Bubble[], step: () => void): void {
  const draw = (bubble: Bubble): void => {
    drawn.push(bubble);
    step();
    const fate = isDigest(bubble) ? 'digest' : 'shown';
    store.toasted(bubble.tag, bubble.tells, fate, '', contextOf());
    step();
  };
  const left = store.recover();
  if (left) draw(left);
  store.apply(NEWER, { next: 'http://x/?limit=2&offset=2', limit: 2 });
  step();
  store.apply([...OLDER, ...OLD], { offset: 2 });
  step();
  const decided = toldBy(store);
  step();
  for (const bubble of decided) draw(bubble);
}

/** @param at the process ends after so many steps @returns all that the desktop was given, and the steps it took */
function lives(at: number): { readonly drawn: readonly Bubble[]; readonly steps: number } {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-decide-'));
  try {
    return livesIn(folder, at);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function livesIn(folder: string, at: number): ReturnType<typeof lives> {
  const drawn: Bubble[] = [];
  let steps = 0;
  let store = opened(folder);
  store.apply(OLD);
  try {
    live(store, drawn, () => {
      steps += 1;
      if (steps === at) throw new Crash();
    });
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  store.close();
  store = opened(folder);
  live(store, drawn, () => undefined);
  store.close();
  return { drawn, steps };
}

const idsOf = ({ tells }: Bubble): string[] => tells.map(({ id }) => id);

const whole = lives(Infinity);

test('a walk’s rows are decided at its end, in order, whatever page brought them', () => {
  expect(whole.drawn.map(idsOf)).toEqual([['11'], ['12', '13'], ['14']]);
});

test.for(Array.from({ length: whole.steps }, (_, i) => i + 1))(
  'a crash after step %i of a walk: each told by one bubble of its own at most, and by some bubble',
  (at) => {
    const { drawn } = lives(at);
    for (const id of ['11', '12', '14']) {
      const by = drawn.filter((bubble) => idsOf(bubble).includes(id));
      expect(by, id).not.toEqual([]);
      expect(
        by.filter((bubble) => !isDigest(bubble)).length,
        `${id}: bubbles of its own`,
      ).toBeLessThanOrEqual(1);
    }
  },
);

test('an outage that waits for its hold-down when the process ends is told in time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-decide-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const after = (store: Opened, seconds: number) => {
    const now = T0 + seconds * 1000;
    const context = contextOf({ holdDownSeconds: 60 }, { now });
    return store.decide('a', { account: 'a', server: now * 1000, at: now, complete: true }, context);
  };
  const first = opened(folder);
  first.apply(OLD);
  first.apply([{ id: 2, second: 5 }]);
  expect(after(first, 10).decisions).toEqual([]);
  first.close();
  const second = opened(folder);
  expect(second.recover()).toBeUndefined();
  const { decisions } = after(second, 70);
  expect(decisions.map((one) => ('tells' in one ? idsOf(one) : []))).toEqual([['2']]);
  second.close();
});
