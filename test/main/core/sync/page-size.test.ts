import { expect, test } from 'vitest';
import { createPageSize } from '../../../../src-main/core/sync/page-size';

test('half as large after each time-out, down to a head poll’s page, and no further', () => {
  const size = createPageSize();
  const sizes = [1000, 1000, 1000, 1000, 1000].map((wanted) => {
    size.tooSlow(size.of(wanted));
    return size.of(wanted);
  });
  expect(sizes).toEqual([500, 250, 125, 100, 100]);
  expect(size.of(6)).toBe(6);
});

test('a time-out of a small page says nothing of large ones', () => {
  const size = createPageSize();
  size.tooSlow(100);
  expect(size.of(1000)).toBe(1000);
});

test('larger again after 20 such pages in time, smaller ones not counted', () => {
  const size = createPageSize();
  size.tooSlow(1000);
  for (let page = 0; page < 19; page += 1) size.came(500);
  for (let page = 0; page < 5; page += 1) size.came(100);
  expect(size.of(1000)).toBe(500);
  size.came(500);
  expect(size.of(1000)).toBe(1000);
});
