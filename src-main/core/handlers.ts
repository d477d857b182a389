import type { CommandName, Input, Reply } from '../../src-shared/ipc';

/** One function a command; `tsc` fails where one is missing. They throw `AppError`s; the registrar makes `Result`s. */
export type Handlers = {
  readonly [Name in CommandName]: (input: Input<Name>) => Promise<Reply<Name>> | Reply<Name>;
};
