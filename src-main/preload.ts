import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
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
