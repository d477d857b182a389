import type { IpcMain, WebFrameMain } from 'electron';
import type { Result } from '../../../src-shared/app-error';
import { CALL } from '../../../src-shared/ipc-channels';

/** What the page asked, and the frame that asked. Never rejects: a refusal is a `Result`, too. */
export type Answer = (frame: WebFrameMain | null, name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Hears the page from the first moment on; it may ask before there is anybody to answer, and waits then. */
export function hearCalls(ipcMain: Pick<IpcMain, 'handle'>, answer: Promise<Answer>): void {
  ipcMain.handle(CALL, async ({ senderFrame }, name: unknown, input: unknown) =>
    (await answer)(senderFrame, name, input),
  );
}
