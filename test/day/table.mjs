// What became of the items of a day, by the verdicts of each: the same table of the engine alone and of the whole app.
//   dayTable({ items, toasts, changes, verdicts })  → rows, for `printed`
//   byTitle(titles)                                 → rows: how many of each, without what differs from one to the next
//   sideBySide(engine, app)                         → lines: rows of both with the same words beside each other
//   otherFates(engine, app)                         → lines: the items that became something else in the app

/**
 * @typedef {object} Day
 * @property {number} items
 * @property {number} toasts new bubbles, those of the watchdog too
 * @property {number} changes of a bubble in place
 * @property {readonly (readonly string[])[]} verdicts the steps of each item, in their order
 * @param {Day} day
 * @returns {readonly (readonly [what: string, n: number])[]}
 */
export function dayTable({ items, toasts, changes, verdicts }) {
  const count = (/** @type {(steps: readonly string[]) => boolean} */ fits) => verdicts.filter(fits).length;
  const has =
    (/** @type {readonly string[]} */ ...some) =>
    (/** @type {readonly string[]} */ steps) =>
      some.some((one) => steps.includes(one));
  const told = has('shown');
  return [
    ['items', items],
    ['toasts', toasts],
    ['changes of a bubble in place', changes],
    ['items told', count(told)],
    ['· merged into a storm', count(has('storm', 'storm-back'))],
    ['· told with their end, or as a line', count(has('paired', 'joined'))],
    ['· held in quiet hours, then one digest', count((steps) => has('quiet-hours')(steps) && told(steps))],
    ['· held while away, then one digest', count((steps) => has('away')(steps) && told(steps))],
    ['· critical, told in quiet hours all the same', count(has('breakthrough'))],
    ['silenced (counted at its end)', count(has('muted'))],
    ['quiet: flapping', count(has('flapping-quiet'))],
    ['back within the hold-down', count(has('came-back', 'superseded'))],
    ['good news of what was not told', count(has('no-outage'))],
    ['only counted, by rule', count(has('rule-badge'))],
    ['seen already', count(has('seen'))],
  ];
}

/** @param {ReturnType<typeof dayTable>} rows */
export const printed = (rows) => rows.map(([what, n]) => `${String(n).padStart(7)}  ${what}`);

/** "34 × Agent # is offline". @param titles @returns {ReturnType<typeof dayTable>} */
export function byTitle(/** @type {readonly string[]} */ titles) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const title of titles) {
    const kind = title.replace(/\d+ (s|min|h)( \d+ min)?$/, '#').replaceAll(/\d+/g, '#');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts];
}

/** @param {ReturnType<typeof dayTable>} engine @param {ReturnType<typeof dayTable>} app */
export function sideBySide(engine, app) {
  const [ofEngine, ofApp] = [new Map(engine), new Map(app)];
  return [...new Set([...ofEngine.keys(), ...ofApp.keys()])].map(
    (what) =>
      `${String(ofEngine.get(what) ?? 0).padStart(7)} ${String(ofApp.get(what) ?? 0).padStart(7)}  ${what}`,
  );
}

/** What an item came to: the last word that settles it. */
const FATES = [
  'shown',
  'muted',
  'flapping-quiet',
  'came-back',
  'superseded',
  'no-outage',
  'rule-badge',
  'seen',
];
const fateOf = (/** @type {readonly string[]} */ steps) =>
  FATES.find((fate) => steps.includes(fate)) ?? steps.at(-1) ?? 'nothing';

/**
 * @param {readonly (readonly string[])[]} engine the verdicts of each item, in the order of their stamps
 * @param {readonly { readonly id: number, readonly subject: string, readonly type: number, readonly steps: readonly string[] }[]} app
 */
export const otherFates = (engine, app) =>
  app.flatMap(({ id, subject, type, steps }, at) => {
    const own = engine[at] ?? [];
    return fateOf(own) === fateOf(steps)
      ? []
      : [`${id}, type ${type} of ${subject}: engine ${own.join(', ')} · app ${steps.join(', ')}`];
  });
