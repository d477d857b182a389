import { briefOf, type Brief } from '../../../../src-main/core/alerts/arrival';
import { single, type Bubble } from '../../../../src-main/core/alerts/decision';
import { wordsOf } from '../../../support/words';
import { NOW, rowOf } from '../views';

export const words = wordsOf('en', 'Europe/Warsaw');
export const TS = NOW * 1000;

export const brief = (more: Parameters<typeof rowOf>[0] = {}): Brief =>
  briefOf({ ...rowOf(more), swallowed: false, baseline: false }, more.outageFrom ?? null);
export const agents = (...ids: readonly number[]): Brief[] =>
  ids.map((id) => brief({ subject: `agent:${id}` }));
export const bubble = (more: Partial<Bubble> = {}): Bubble =>
  single(more.first ?? brief(), 'lab1/agent:4', more);
export const several = (kind: Bubble['kind'], n: number, more: Partial<Bubble> = {}): Bubble =>
  bubble({ kind, byLevel: { info: 0, warning: 0, major: n, critical: 0 }, ...more });
export const task = { task_id: 1557, task_type: 'network_ping', test_suite_name: 'Branches' };
export const back = brief({ type: 7, level: 'info', outageFrom: TS - 420_000_000 });
