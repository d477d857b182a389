import { contextBridge, ipcRenderer, webFrame, type IpcRendererEvent } from 'electron';
import type { Bridge, Push } from '../src-shared/ipc';
import { CALL, PUSH } from '../src-shared/ipc-channels';

/** Two functions and no event objects: an event carries `sender`, by which a page could send anything. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL, name, input),
  onPush: (listener) => {
    const forward = (_: IpcRendererEvent, push: Push): void => listener(push);
    ipcRenderer.on(PUSH, forward);
    return () => void ipcRenderer.off(PUSH, forward);
  },
};
contextBridge.exposeInMainWorld('tocsin', bridge);

/** Hidden for so long, a page is not looked at again at once. ms. */
const REST_MS = 1500;
let resting: ReturnType<typeof setTimeout> | undefined;
// What a page has drawn and compiled stays in memory while it is hidden, 5 MB of it; Chromium lets it go when told to.
document.addEventListener('visibilitychange', () => {
  clearTimeout(resting);
  if (document.visibilityState === 'hidden') resting = setTimeout(() => webFrame.clearCache(), REST_MS);
});
