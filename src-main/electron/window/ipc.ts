import type { WebFrameMain } from 'electron';
import * as v from 'valibot';
import { AppError, fail, toFailure, type Failure, type Result } from '../../../src-shared/app-error';
import { commands, type CommandName, type Input } from '../../../src-shared/ipc';
import type { Handlers } from '../../core/handlers';
import type { Log } from '../../core/ports';
import type { Answer } from './ipc-calls';
import { jsonSize } from './json-size';

/** Bytes of JSON; the largest honest call is 500 keys to mark. */
const MAX_INPUT = 64 * 1024;

export interface IpcDeps {
  /** The page may ask before there is any way to keep what it says: it waits. */
  readonly handlers: (name: CommandName) => Handlers | Promise<Handlers>;
  /** The main frame of our window, `undefined` without one. */
  readonly mainFrame: () => WebFrameMain | undefined;
  /** `app://bundle`, or the dev server's. */
  readonly origin: string;
  readonly log: Log;
  /** Takes known secrets out of what an unexpected error says. */
  readonly redact: (text: string) => string;
  /** After the reply has been handed over: the page that got its first `state` listens. */
  readonly onAnswered?: (name: CommandName) => void;
}

/**
 * The one way from the page into main: the right frame, a small input, its schema, then the handler.
 * Everything ends as a `Result`; a refusal is `bad-input` and changes nothing.
 */
export function createAnswer(deps: IpcDeps): Answer {
  return async (frame, name, input) => {
    const result = await answer(deps, frame, name, input);
    if (result.ok && isCommand(name)) setImmediate(() => deps.onAnswered?.(name));
    return result;
  };
}

async function answer(
  deps: IpcDeps,
  frame: WebFrameMain | null,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  try {
    if (!isOurs(frame, deps)) throw refused('sender');
    if (!isCommand(name)) throw refused('command');
    if (jsonSize(input, MAX_INPUT) === undefined) throw refused('size');
    return { ok: true, value: await dispatch(await deps.handlers(name), name, input) };
  } catch (error) {
    return { ok: false, failure: failureOf(error, deps) };
  }
}

/** Another frame of the same window has its own object; a page that went elsewhere has its own origin. */
function isOurs(frame: WebFrameMain | null, { mainFrame, origin }: IpcDeps): boolean {
  const ours = mainFrame();
  return (
    frame != null && ours !== undefined && frame === ours && frame.parent === null && frame.origin === origin
  );
}

/** What a new window asks for its first paint; the answer to anything else may have to be written down. */
export const isFirstAsked = (name: CommandName): boolean => name === 'state' || name === 'inboxQuery';

const isCommand = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commands, name);

function dispatch<Name extends CommandName>(handlers: Handlers, name: Name, input: unknown): unknown {
  const parsed = v.safeParse(commands[name].input, input);
  if (!parsed.success) throw fail('bad-input', { ...described(parsed.issues) });
  return handlers[name](parsed.output as Input<Name>);
}

/** Names the fields and what they should be; never the value, which may be a token. */
function described(issues: readonly v.BaseIssue<unknown>[]): Omit<Failure, 'kind'> {
  const fields: Record<string, string> = {};
  for (const issue of issues.slice(0, 10)) {
    const path = v.getDotPath(issue) ?? '';
    fields[path.slice(0, 100)] = (issue.expected ?? issue.type).slice(0, 100);
  }
  return { detail: Object.keys(fields).filter(Boolean).join(', ').slice(0, 300), fields };
}

const refused = (detail: string): AppError => fail('bad-input', { detail });

function failureOf(error: unknown, { log, redact }: IpcDeps): Failure {
  const failure = toFailure(error);
  if (error instanceof AppError) return failure;
  log.bug(error);
  return { ...failure, ...(failure.detail !== undefined && { detail: redact(failure.detail) }) };
}
