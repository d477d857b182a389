import { expect, test } from 'vitest';
import { parseStamp } from '../../../src-main/demo/stamp';
import { LIST, NOW, startDemo, type Item, type Page } from './demo-client';

async function readAll(options: Parameters<typeof startDemo>[0], filter = ''): Promise<readonly Item[]> {
  const demo = await startDemo(options);
  const items: Item[] = [];
  let path: string | undefined = `${LIST}?limit=1000${filter}`;
  while (path !== undefined) {
    const { next, results } = (await demo.inbox(path)).body as Page;
    items.push(...results);
    path = next?.slice(demo.baseUrl.length);
  }
  return items;
}

test('the same seed tells the same story, another seed another', async () => {
  const story = await readAll({ history: 500, seed: 3 });
  expect(await readAll({ history: 500, seed: 3 })).toEqual(story);
  expect(await readAll({ history: 500, seed: 4 })).not.toEqual(story);
});

test('the usual history has everything in it', async () => {
  const items = await readAll({ history: 2_000 });
  const stamps = items.map((item) => parseStamp(item.timestamp)!);
  expect(items).toHaveLength(2_000);
  expect(new Set(items.map((item) => item.type))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  expect(new Set(items.map((item) => item.severity))).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(items.filter((item) => !item.seen)).toEqual(items.slice(0, 12));
  expect(items.some((item) => item.additional_data === null)).toBe(true);
  expect(items.some((item) => JSON.stringify(item.additional_data) === '{}')).toBe(true);
  expect(stamps[0]).toBeLessThan(NOW * 1000);
  expect(NOW * 1000 - stamps.at(-1)!).toBeGreaterThan(6 * 24 * 3_600e6);
  expect(stamps.some((stamp, at) => stamp === stamps[at + 1])).toBe(true);
});

test('an agent never goes offline twice in a row; one flaps', async () => {
  const agents = (await readAll({ history: 30_000 }, '&type=7|8&ordering=timestamp')).map((item) => ({
    id: (item.additional_data as { test_agent_id: number }).test_agent_id,
    type: item.type,
  }));
  const last = new Map<number, number>();
  const changes = new Map<number, number>();
  for (const { id, type } of agents) {
    expect(type, `agent ${id}`).not.toBe(last.get(id) ?? 7);
    last.set(id, type);
    changes.set(id, (changes.get(id) ?? 0) + 1);
  }
  const [[most], [, second]] = [...changes].toSorted((left, right) => right[1] - left[1]) as [
    [number, number],
    [number, number],
  ];
  expect(most).toBe(11);
  expect(changes.get(most)).toBeGreaterThan(second * 2);
});

test('100,000 come in pages of 1,000, each once and in order', async () => {
  const items = await readAll({ history: 100_000 });
  expect(items).toHaveLength(100_000);
  expect(new Set(items.map((item) => item.id)).size).toBe(100_000);
  const stamps = items.map((item) => parseStamp(item.timestamp)!);
  const disorder = items.findIndex((item, at) => {
    const after = stamps[at + 1] ?? -Infinity;
    return stamps[at]! < after || (stamps[at] === after && item.id < items[at + 1]!.id);
  });
  expect(disorder).toBe(-1);
});
