import type { Filter } from '../src-shared/filter';
import type { Page } from '../src-shared/inbox';
import type { Bridge, CommandName, Input } from '../src-shared/ipc';
import { FIRST_ROWS } from '../src-shared/first-rows';

/** What a window asks first of all, in the words in which it asks it. Rows first: then they are there with the state. */
const FIRST = [
  { name: 'inboxQuery', input: FIRST_ROWS },
  { name: 'state', input: {} },
] as const satisfies readonly { [Name in CommandName]: { name: Name; input: Input<Name> } }[CommandName][];

export interface EarlyAnswers {
  /** Hands each answer to whoever asks the same for the first time; one that failed is asked again. */
  readonly bridge: Bridge;
  /** The first rows of the inbox, where they have come by now and are those of this filter. Given once. */
  firstRows(filter: Filter): Page | undefined;
}

/** Asks the first questions while the page is still being put together; all others go straight through. */
export function withEarlyAnswers(bridge: Bridge): EarlyAnswers {
  const early = new Map(
    FIRST.map(({ name, input }) => [keyOf(name, input), bridge.call(name, input)] as const),
  );
  const rowsKey = keyOf('inboxQuery', FIRST_ROWS);
  let rows: Page | undefined;
  void early.get(rowsKey)?.then((answer) => {
    if (answer.ok && early.has(rowsKey)) rows = answer.value as Page;
  });
  const taken = (key: string): void => {
    early.delete(key);
    if (key === rowsKey) rows = undefined;
  };
  const call = async (name: CommandName, input: Input<CommandName>): Promise<unknown> => {
    const key = keyOf(name, input);
    const answer = await early.get(key);
    taken(key);
    return answer?.ok ? answer : bridge.call(name, input);
  };
  return {
    bridge: { ...bridge, call: call as Bridge['call'] },
    firstRows(filter) {
      if (keyOf('inboxQuery', { ...FIRST_ROWS, filter }) !== rowsKey) return undefined;
      const given = rows;
      if (given) taken(rowsKey);
      return given;
    },
  };
}

const keyOf = (name: CommandName, input: unknown): string => `${name} ${JSON.stringify(input)}`;
