/** What the inbox document lists, in its own field names. */
export interface Notification {
  readonly id: number;
  /** 1–8 in the document; a test may send others. */
  readonly type: number;
  readonly seen: boolean;
  readonly severity: number;
  readonly timestamp: string;
  readonly additional_data: unknown;
}

/** Something that went on in the network, before the server gives it an id and a time. */
export type Happening = Pick<Notification, 'type' | 'severity' | 'additional_data'>;

export const TASK_STARTED = 1;
export const TASK_SUCCEEDED = 2;
export const TASK_FAILED = 3;
export const THRESHOLD_EXCEEDED = 4;
export const SUITE_STARTED = 5;
export const SUITE_FINISHED = 6;
export const AGENT_ONLINE = 7;
export const AGENT_OFFLINE = 8;

const WORDS: Readonly<Record<number, readonly [subject: string, key: string, verb: string]>> = {
  [TASK_STARTED]: ['task', 'task_id', 'started'],
  [TASK_SUCCEEDED]: ['task', 'task_id', 'succeeded'],
  [TASK_FAILED]: ['task', 'task_id', 'failed'],
  [THRESHOLD_EXCEEDED]: ['task', 'task_id', 'exceeded a threshold'],
  [SUITE_STARTED]: ['suite', 'test_suite_id', 'started'],
  [SUITE_FINISHED]: ['suite', 'test_suite_id', 'finished'],
  [AGENT_ONLINE]: ['agent', 'test_agent_id', 'online'],
  [AGENT_OFFLINE]: ['agent', 'test_agent_id', 'offline'],
};

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line for the demo's own log: "agent 4 offline". */
export function describeNotification(type: unknown, data: unknown): string {
  const words = typeof type === 'number' ? WORDS[type] : undefined;
  if (words === undefined) return `type ${JSON.stringify(type) ?? 'missing'}`;
  const [subject, key, verb] = words;
  const id = isRecord(data) ? data[key] : undefined;
  return `${subject} ${typeof id === 'number' ? id : '?'} ${verb}`;
}
