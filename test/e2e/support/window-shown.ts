import type { ElectronApplication } from 'playwright-core';

/**
 * Is a window on the screen? Asked while one is being made, the inspector now and then loses the answer ("Resulting promise
 * was garbage collected", Electron 33): that is no answer, so it counts as not yet, and is asked again within the same time.
 */
export const windowShown = (app: ElectronApplication) => (): Promise<boolean> =>
  app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()))
    .catch((error: unknown) => {
      if (String(error).includes('promise was garbage collected')) return false;
      throw error;
    });
