import type { Store } from '../core/store-port';

/** Only reading: asked again of the history that was made anew. */
export const READING: readonly (keyof Store)[] = [
  'query',
  'item',
  'find',
  'rows',
  'urgent',
  'unreadable',
  'summary',
  'countSeverities',
  'syncState',
];
