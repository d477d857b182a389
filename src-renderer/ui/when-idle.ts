/** A page that is not shown draws nothing; then it is not waited for. ms. */
const PATIENCE_MS = 1000;

/** The first frame stands on the screen. Files asked for before that keep main from bringing the window there. */
const shown = new Promise<void>((done) => {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return done();
  new PerformanceObserver(() => done()).observe({ type: 'paint', buffered: true });
  setTimeout(done, PATIENCE_MS);
});

/** What the first frame does without waits for it: it is seen, and the page has nothing else to do, after 2 s in any case. */
export async function whenIdle(): Promise<void> {
  await shown;
  await new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: PATIENCE_MS }));
}
