import { expect, test } from 'vitest';
import { ids, LIST, startDemo, type Item, type Page } from './demo-client';
import { inboxBlocks, inboxDocument, inboxQueries } from './documents';

/** The document's two notifications, and one of each severity and type around them. */
async function withExamples() {
  const demo = await startDemo();
  const host = new URL(demo.baseUrl).host;
  const [list, single, change, changed, allSeen] = inboxBlocks(host) as [Page, Item, object, Item, object];
  await demo.control('POST', '/arrive', list.results.toReversed());
  return { ...demo, host, list, single, change, changed, allSeen };
}

async function withSample() {
  const demo = await withExamples();
  const others = [1, 2, 3, 4, 5, 6, 7, 8].map((type) => ({ type, severity: type - 3, seen: type % 2 === 0 }));
  await demo.control('POST', '/arrive', [...others, { type: 6, severity: 1 }]);
  return demo;
}

test('every example of the document was found', () => {
  expect(inboxBlocks('x')).toHaveLength(5);
  expect(inboxQueries).toHaveLength(inboxDocument.split('/?').length - 2); // but `next`, which is its own test
});

test('the list is the one in the document', async () => {
  const demo = await withExamples();
  const { next: _, ...shown } = demo.list;
  expect((await demo.inbox(LIST)).body).toEqual({ ...shown, next: null });
});

test('`next` is the one in the document, once there are more than a page', async () => {
  const demo = await withExamples();
  await demo.control('POST', '/storm', { count: 99 });
  expect((await demo.inbox(LIST)).body).toMatchObject({ count: 101, next: demo.list.next, previous: null });
});

test.for(inboxQueries)('%s finds what the document says', async (address) => {
  const demo = await withSample();
  const all = (await demo.inbox(LIST)).body as Page;
  const params = new URLSearchParams(address.split('?')[1]);
  const severity: Record<string, (value: number) => boolean> = {
    '1': (value) => value === 1,
    '1|2|3': (value) => [1, 2, 3].includes(value),
    '>=1': (value) => value >= 1,
    '<1': (value) => value < 1,
  };
  const wanted = all.results.filter(
    (item) =>
      (!params.has('seen') || String(item.seen) === params.get('seen')) &&
      (!params.has('severity') || severity[params.get('severity')!]!(item.severity)) &&
      (!params.has('type') || params.get('type')!.split('|').includes(String(item.type))),
  );
  const expected = params.get('ordering') === 'timestamp' ? wanted.toReversed() : wanted;
  expect(expected.length).toBeGreaterThan(0);
  if (!params.has('ordering')) expect(expected.length).toBeLessThan(all.count);

  const asWritten = await demo.raw(address);
  expect(asWritten).toMatchObject({ status: 200, body: { count: expected.length, results: expected } });
  const encoded = await demo.inbox(`${LIST}?${params}`);
  expect(encoded.body).toEqual(asWritten.body);
});

test('one notification is the one in the document', async () => {
  const demo = await withExamples();
  expect((await demo.inbox(`${LIST}${demo.single.id}/`)).body).toEqual(demo.single);
});

test('PATCH takes and answers what the document shows, and it stays', async () => {
  const demo = await withExamples();
  const path = `${LIST}${demo.single.id}/`;
  const answer = await demo.inbox(path, { method: 'PATCH', body: demo.change });
  expect(answer).toMatchObject({ status: 200, body: demo.changed });
  expect((await demo.inbox(path)).body).toEqual(demo.changed);
  expect(ids(await demo.inbox(`${LIST}?seen=false`))).toEqual([3586]);
});

test('mark_seen answers what the document shows, and nothing is left unseen', async () => {
  const demo = await withExamples();
  expect((await demo.inbox(`${LIST}mark_seen/`, { method: 'POST' })).body).toEqual(demo.allSeen);
  expect(ids(await demo.inbox(`${LIST}?seen=false`))).toEqual([]);
  expect(ids(await demo.inbox(`${LIST}?seen=true`))).toEqual([3587, 3586]);
});
