// What became of the items of a day, by the verdicts of each: the same table of the engine alone and of the whole app.
//   dayTable({ items, toasts, changes, verdicts })  → rows, for `printed`

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
