import type { Bubble } from '../../../../src-main/core/alerts/decision';
import type { Given, World, WorldOptions } from './world';

/** Failed tasks: they do not wait. */
export const failed = (at: number, n: number, from = 1, more: Partial<Given> = {}): Given[] =>
  Array.from({ length: n }, (_, i) => ({ at, type: 3, subject: from + i, ...more }));
export const offline = (at: number, n: number, from = 1): Given[] =>
  Array.from({ length: n }, (_, i) => ({ at: at + i / 100, type: 8, subject: from + i, late: 60 }));
export const online = (at: number, n: number, from = 1): Given[] =>
  Array.from({ length: n }, (_, i) => ({ at: at + i / 100, type: 7, subject: from + i }));
export const QUICK: WorldOptions = { pollSeconds: 1 };

/** What was drawn of summaries, and of their ends. */
export const storms = (world: World): Bubble[] =>
  world.decisions.flatMap(({ decision }) =>
    decision.kind === 'storm' || decision.kind === 'storm-end' ? [decision] : [],
  );
