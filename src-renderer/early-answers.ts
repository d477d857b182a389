import type { Bridge, CommandName, Input } from '../src-shared/ipc';
import { FIRST_ROWS } from '../src-shared/first-rows';

/** What a window asks first of all, in the words in which it asks it. */
const FIRST = [
  { name: 'state', input: {} },
  { name: 'inboxQuery', input: FIRST_ROWS },
] as const satisfies readonly { [Name in CommandName]: { name: Name; input: Input<Name> } }[CommandName][];

/**
 * Asks the first questions while the page is still being put together, and hands each answer to whoever asks the
 * same for the first time. One that failed is asked again; all others go straight through.
 */
export function withEarlyAnswers(bridge: Bridge): Bridge {
  const early = new Map(
    FIRST.map(({ name, input }) => [keyOf(name, input), bridge.call(name, input)] as const),
  );
  const call = async (name: CommandName, input: Input<CommandName>): Promise<unknown> => {
    const key = keyOf(name, input);
    const answer = await early.get(key);
    early.delete(key);
    return answer?.ok ? answer : bridge.call(name, input);
  };
  return { ...bridge, call: call as Bridge['call'] };
}

const keyOf = (name: CommandName, input: unknown): string => `${name} ${JSON.stringify(input)}`;
