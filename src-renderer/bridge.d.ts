import type { Bridge } from '../src-shared/ipc';

declare global {
  interface Window {
    /** Put there by the preload; all that the window knows of the world. */
    readonly tocsin: Bridge;
  }
}
