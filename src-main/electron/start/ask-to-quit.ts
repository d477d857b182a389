import type { Dialog } from 'electron';
import type { Messages } from '../../../src-shared/messages/en/en';

/** Closing the window where there is no tray to come back from: it is said what happens, and asked. */
export async function askToQuit(
  dialog: Pick<Dialog, 'showMessageBox'>,
  { desktop }: Messages,
  quit: () => void,
  minimise: () => void,
): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: desktop.noTrayTitle,
    message: desktop.noTray,
    detail: desktop.noTrayDetail,
    buttons: [desktop.minimise, desktop.quit],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) quit();
  else minimise();
}
