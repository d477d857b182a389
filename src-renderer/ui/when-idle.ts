/** What the first frame does without waits for it: the page has drawn and has nothing else to do, after 1 s in any case. */
export const whenIdle = (): Promise<void> =>
  new Promise((done) => requestIdleCallback(() => done(), { timeout: 1000 }));
