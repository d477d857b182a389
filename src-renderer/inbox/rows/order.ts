import type { NotificationKey } from '../../../src-shared/notification';

export type Order = 'newest' | 'oldest';

/** Below zero where `a` stands above `b`. Ids pass 2^53: they are compared as digits. */
export function compareKeys(a: NotificationKey, b: NotificationKey, order: Order): number {
  const up = a.ts - b.ts || compareDigits(a.id, b.id);
  return order === 'newest' ? -up : up;
}

function compareDigits(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
