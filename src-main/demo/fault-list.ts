import type { ApiRequest } from './exchange';
import { checkFault, type Fault } from './fault';
import { isRecord } from './notification';

/** When a fault strikes: which requests, how many, and after how many that match. */
interface FaultPlan {
  readonly fault: Fault;
  /** Upper case; nothing: every method. */
  readonly method: string | undefined;
  /** A part of the path with its query; nothing: every request of both APIs. */
  readonly path: string | undefined;
  left: number;
  skip: number;
}

function checkPlan(value: unknown): string | FaultPlan {
  if (!isRecord(value)) return 'a fault is an object';
  const { times = 1, skip = 0, method, path, ...rest } = value;
  const fault = checkFault(rest);
  if (typeof fault === 'string') return fault;
  if (times !== 'all' && !(Number.isInteger(times) && Number(times) > 0))
    return 'times must be 1 or more, or "all"';
  if (!(Number.isInteger(skip) && Number(skip) >= 0)) return 'skip must be 0 or more';
  const text = (part: unknown) => (typeof part === 'string' ? part : undefined);
  const left = times === 'all' ? Infinity : Number(times);
  return { fault, method: text(method)?.toUpperCase(), path: text(path), left, skip: Number(skip) };
}

/** The faults that wait for a request, first come first served. */
export function createFaultList() {
  let plans: readonly FaultPlan[] = [];

  function fits(plan: FaultPlan, request: ApiRequest): boolean {
    if (plan.method !== undefined && plan.method !== request.method) return false;
    return plan.path === undefined || `${request.path}?${request.query}`.includes(plan.path);
  }

  return {
    /** One fault or several; either all are taken or a sentence comes back. */
    add(value: unknown): string | number {
      const checked = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(checkPlan);
      const problem = checked.find((plan) => typeof plan === 'string');
      if (problem !== undefined) return problem;
      plans = [...plans, ...checked.filter((plan) => typeof plan !== 'string')];
      return plans.length;
    },
    /** The fault for this request, used up by it. One that still skips lets the request through to the next. */
    take(request: ApiRequest): Fault | undefined {
      for (const plan of plans) {
        if (!fits(plan, request)) continue;
        if (plan.skip > 0) {
          plan.skip -= 1;
          continue;
        }
        plan.left -= 1;
        plans = plans.filter((other) => other.left > 0);
        return plan.fault;
      }
      return undefined;
    },
    clear(): void {
      plans = [];
    },
    count: () => plans.length,
  };
}

export type FaultList = ReturnType<typeof createFaultList>;
