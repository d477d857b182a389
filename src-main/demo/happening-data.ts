import type { Random } from './random';

/**
 * `additional_data` of the simulation. The document shows two shapes (agents, tasks) and leaves the rest
 * open, so here are all that a client must bear: flat, nested, empty and null.
 */
export interface Suite {
  readonly id: number;
  readonly name: string;
}

export interface Task {
  readonly id: number;
  readonly suite: Suite;
  /** Index into the kinds of task. */
  readonly kind: number;
}

interface Measure {
  readonly taskType: string;
  readonly metric: string;
  readonly unit: string;
  readonly threshold: number;
}

const MEASURES: readonly Measure[] = [
  { taskType: 'network_ping', metric: 'round_trip_time', unit: 'ms', threshold: 80 },
  { taskType: 'http_download', metric: 'throughput', unit: 'Mbit/s', threshold: 40 },
  { taskType: 'dns', metric: 'response_time', unit: 'ms', threshold: 50 },
  { taskType: 'traceroute', metric: 'hops', unit: '', threshold: 18 },
  { taskType: 'voip', metric: 'jitter', unit: 'ms', threshold: 20 },
  { taskType: 'web_page', metric: 'load_time', unit: 's', threshold: 4 },
];
const SITES = ['Gdańsk', 'Warszawa', 'Łódź', 'Timișoara', 'Cluj-Napoca', 'Galway'] as const;
const REASONS = ['timeout', 'connection refused', 'no route to host', 'name not resolved'] as const;

const measureOf = (task: Task) => MEASURES[task.kind % MEASURES.length]!;

/** Mostly the document's own shape; sometimes with a place. The id is always there: it is the subject. */
export function agentData(random: Random, id: number): unknown {
  if (random.chance(0.8)) return { test_agent_id: id };
  const site = SITES[id % SITES.length]!;
  return { test_agent_id: id, location: { site, rack: { row: id % 4, unit: 1 + (id % 40) } } };
}

/** The document's shape, now and then null, as a task deleted meanwhile gives it. */
export function taskData(random: Random, task: Task): Readonly<Record<string, unknown>> | null {
  return random.chance(0.01) ? null : wholeTask(task);
}

function wholeTask(task: Task): Readonly<Record<string, unknown>> {
  return {
    task_id: task.id,
    task_type: measureOf(task).taskType,
    test_suite_id: task.suite.id,
    test_suite_name: task.suite.name,
  };
}

export function failureData(random: Random, task: Task): unknown {
  return { ...wholeTask(task), error: { reason: random.pick(REASONS), attempts: random.int(1, 5) } };
}

export function thresholdData(random: Random, task: Task): unknown {
  const { metric, unit, threshold } = measureOf(task);
  const samples = Array.from({ length: 3 }, () => Math.round(threshold * (11 + random.next() * 20)) / 10);
  const value = Math.max(...samples);
  return { ...wholeTask(task), metric, value, threshold, unit, window: { seconds: 60, samples } };
}

export function suiteData(random: Random, suite: Suite, more: Readonly<Record<string, unknown>>): unknown {
  if (random.chance(0.04)) return random.chance(0.5) ? {} : null;
  return { test_suite_id: suite.id, test_suite_name: suite.name, ...more };
}
