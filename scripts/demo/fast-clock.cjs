// Loaded into main by `electron -r`, before the app, which does not know of it: its time goes as many times faster as
// FAST_SPEED says, counted from FAST_START (ms since the epoch), as the demo server's does (`fastClock`).
const speed = Number(process.env['FAST_SPEED']);
const start = Number(process.env['FAST_START']);
/** How long an answer may take (`http/send.ts`, `toaster.ts`): it takes as long as ever, whatever the clock. ms */
const ANSWERS_MS = [10_000, 30_000];
const LEAST_MS = 250;
const shorter = (/** @type {number} */ ms) => Math.max(ms / speed, ANSWERS_MS.includes(ms) ? LEAST_MS : 0);
const RealDate = Date;
const now = () => Math.floor(start + (RealDate.now() - start) * speed);

class FastDate extends RealDate {
  /** @param {[]} given as `Date` takes them */
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  /** @override */
  static now() {
    return now();
  }
}
globalThis.Date = /** @type {DateConstructor} */ (FastDate);
const monotonic = performance.now.bind(performance);
Object.defineProperty(performance, 'now', { value: () => monotonic() * speed });

for (const name of /** @type {const} */ (['setTimeout', 'setInterval'])) {
  const real = globalThis[name];
  const fast = (
    /** @type {(...given: unknown[]) => void} */ act,
    /** @type {number} */ ms = 0,
    /** @type {unknown[]} */ ...given
  ) => real(act, shorter(ms), ...given);
  Object.defineProperty(globalThis, name, { value: Object.assign(fast, real) });
}
