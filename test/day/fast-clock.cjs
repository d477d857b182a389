// Loaded into main by `electron -r`, before the app, which does not know of it: its time goes as many times faster as
// FAST_SPEED says, counted from FAST_START (ms since the epoch), as the demo server's does (`fastClock`).
const speed = Number(process.env['FAST_SPEED']);
const start = Number(process.env['FAST_START']);
const RealDate = Date;
const now = () => Math.floor(start + (RealDate.now() - start) * speed);

globalThis.Date = /** @type {DateConstructor} */ (
  new Proxy(RealDate, {
    construct: (_, given) =>
      given.length === 0 ? new RealDate(now()) : Reflect.construct(RealDate, given, RealDate),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
);
const monotonic = performance.now.bind(performance);
Object.defineProperty(performance, 'now', { value: () => monotonic() * speed });

for (const name of /** @type {const} */ (['setTimeout', 'setInterval'])) {
  const real = globalThis[name];
  const fast = (
    /** @type {(...given: unknown[]) => void} */ act,
    /** @type {number} */ ms = 0,
    /** @type {unknown[]} */ ...given
  ) => real(act, ms / speed, ...given);
  Object.defineProperty(globalThis, name, { value: Object.assign(fast, real) });
}
