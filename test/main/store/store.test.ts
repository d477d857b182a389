import { expect, onTestFinished, test } from 'vitest';
import { createStore } from '../../../src-main/store/store';
import { message, page } from './opened';

/** A thread of a few lines in place of the real one: what matters here is the port. */
function port(body: string) {
  const deaths: unknown[] = [];
  const code = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ n, name, given }) => { ${body} });`;
  const store = createStore(
    new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    (error) => void deaths.push(error),
  );
  onTestFinished(async () => {
    await store.close().catch(() => undefined);
  });
  return { store, deaths };
}
const QUIT = `if (name === 'close') return process.exit(0);`;

test('answers find their questions, in whatever order they come', async () => {
  const { store } = port(
    `${QUIT} const answer = () => parentPort.postMessage({ n, ok: true, value: [name, ...given] });
     if (name === 'sequence') globalThis.first = answer;
     else answer();
     if (name === 'summary') globalThis.first();`,
  );
  expect(await Promise.all([store.sequence(), store.liveAbove('a', 7), store.summary()])).toEqual([
    ['sequence'],
    ['liveAbove', 'a', 7],
    ['summary'],
  ]);
});

test('a failure comes as it was', async () => {
  const { store } = port(
    `${QUIT} parentPort.postMessage({ n, ok: false, failure: { kind: 'order-ignored', detail: 'x' } });`,
  );
  await expect(store.sequence()).rejects.toMatchObject({
    name: 'AppError',
    failure: { kind: 'order-ignored', detail: 'x' },
  });
});

test('a page’s bytes are handed over, not copied', async () => {
  const { store } = port(`${QUIT} parentPort.postMessage({ n, ok: true, value: given[0].body.byteLength });`);
  const sent = message(page([{ id: 1, second: 1 }]));
  const size = sent.body.byteLength;
  const answer = store.applyPage(sent);
  expect(sent.body.byteLength).toBe(0);
  expect(await answer).toBe(size);
});

test('what stands is not asked again, unless something is on its way, went wrong or was told', async () => {
  const { store } = port(
    `${QUIT} globalThis.count = (globalThis.count ?? 0) + 1;
     if (name === 'find') parentPort.postMessage({ n, ok: false, failure: { kind: 'storage' } });
     else {
       if (name === 'probe') parentPort.postMessage({ notice: { kind: 'repaired', accounts: [] } });
       parentPort.postMessage({ n, ok: true, value: globalThis.count, stamp: 'same' });
     }`,
  );
  expect([await store.sequence(), await store.sequence()]).toEqual([1, 1]);
  const writing = store.saveHorizon('a', 5);
  expect([await store.sequence(), await writing]).toEqual([3, 2]);
  await store.find('a', '1').catch(() => undefined);
  expect([await store.sequence(), await store.sequence()]).toEqual([5, 5]);
  await store.probe();
  expect(await store.sequence()).toBe(7);
});

test.for([
  { what: 'that throws', body: `throw new Error('disk gone');`, detail: 'disk gone' },
  { what: 'that ends', body: 'process.exit(3);', detail: 'the database thread ended (3)' },
])('a thread $what fails what waits and all that comes, and is told once', async ({ body, detail }) => {
  const { store, deaths } = port(`if (name === 'sequence') return; ${body}`);
  const failure = { failure: { kind: 'storage', detail } };
  const waiting = [store.sequence(), store.sequence()].map((one) =>
    expect(one).rejects.toMatchObject(failure),
  );
  await expect(store.summary()).rejects.toMatchObject(failure);
  await Promise.all(waiting);
  await expect(store.summary()).rejects.toMatchObject(failure);
  expect(deaths).toHaveLength(1);
});

test('after the death of a thread the next probe is answered by another one, with the same history', async () => {
  const { store, deaths } = port(
    `${QUIT} if (name === 'sequence') return process.exit(3);
     (globalThis.asked ??= []).push([name, ...given].join(' '));
     parentPort.postMessage({ n, ok: true, value: globalThis.asked });`,
  );
  await store.open('/history');
  await expect(store.sequence()).rejects.toMatchObject({ failure: { kind: 'storage' } });
  await expect(store.summary()).rejects.toMatchObject({ failure: { kind: 'storage' } });
  await store.probe();
  expect([await store.summary(), deaths.length]).toEqual([['open /history', 'probe', 'summary'], 1]);
});
