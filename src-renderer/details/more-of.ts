import { isRecord, type Json } from '../../src-shared/json';
import { field } from '../../src-shared/subject';

/** The keys that the detail names in words. */
const NAMED = ['test_agent_id', 'task_id', 'task_type', 'test_suite_id', 'test_suite_name'];

/**
 * What of additional_data is shown as it is: everything but the documented keys. Those too, where they hold what
 * they should not. `null`: nothing more came.
 */
export function moreOf(data: Json): Json | null {
  if (!isRecord(data)) return data;
  const rest = Object.entries(data).filter(
    ([name, value]) =>
      !(NAMED.includes(name) && plain(value) !== undefined && field(data, name) === plain(value)),
  );
  return rest.length > 0 ? (Object.fromEntries(rest) as Json) : null;
}

const plain = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
