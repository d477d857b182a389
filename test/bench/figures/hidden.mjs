// A hidden window: what it holds in memory, and how soon it is back after a click on the tray's icon.
import { sleep, waitUntil } from '../../../scripts/processes.mjs';
import { interleave } from '../interleave.mjs';
import { median } from '../numbers.mjs';
import { column, ratio } from '../row.mjs';
import { MANY } from '../stage.mjs';

/** After start, and after hiding: what comes late has come. ms. */
const SETTLE_MS = 3000;
const CLICKS = 3;
const MB = 1e6;
const FIVE_MINUTES_MS = 300_000;
/** V8 gives room back half a minute after its first collection. ms. */
const SETTLED_MS = 60_000;

/**
 * @typedef {import('../stage.mjs').Stage} Stage
 * @typedef {import('../stage.mjs').StartOptions} StartOptions
 * @typedef {import('../row.mjs').Row} Row
 */

/**
 * @param {Stage} stage
 * @returns {Promise<Row[]>}
 */
export async function hidden(stage) {
  const once = (/** @type {StartOptions} */ options) => async () => {
    const { app } = await stage.startPainted(options);
    await sleep(SETTLE_MS);
    await stage.desktop.closeWindow();
    await sleep(SETTLE_MS);
    const pss = app.pss() / MB;
    const clicks = [];
    for (let n = 0; n < CLICKS; n += 1) {
      clicks.push(await stage.clickToPaint(app.pid));
      await stage.desktop.closeWindow();
      await sleep(500);
    }
    await app.end();
    return { pss, click: median(clicks) };
  };
  const { ours, bare } = await interleave(stage.runs, {
    bare: once(await stage.bare('react')),
    ours: once(await stage.tocsin(MANY)),
  });
  const click = { ours: column(ours, 'click'), theirs: column(bare, 'click') };
  const pss = { ours: column(ours, 'pss'), theirs: column(bare, 'pss') };
  return [
    {
      name: 'tray click → painted, window kept',
      value: median(click.ours),
      unit: 'ms',
      limit: median(click.theirs) + 25,
      detail: `bare ${median(click.theirs).toFixed(1)} ms; limit: + 25 ms`,
      samples: click,
    },
    ratio('memory of all processes (PSS), hidden, 100,000 items', 1.15, pss, 'MB'),
  ];
}

/**
 * The window is made when the icon is clicked for the first time: no run has to wait until it was given up.
 * @param {Stage} stage
 * @returns {Promise<Row[]>}
 */
export async function madeAnew(stage) {
  const once = (/** @type {StartOptions} */ options) => async () => {
    const app = stage.start({ ...options, args: [...(options.args ?? []), '--hidden'] });
    await app.tray();
    await sleep(SETTLE_MS);
    const ms = await stage.clickToPaint(app.pid);
    await app.end();
    return ms;
  };
  const { ours, bare: theirs } = await interleave(stage.runs, {
    bare: once(await stage.bare('react')),
    ours: once(await stage.tocsin(MANY)),
  });
  return [ratio('tray click → painted, window made anew', 1.6, { ours, theirs }, 'ms')];
}

/**
 * What it holds for the hours and weeks after that.
 * @param {Stage} stage
 * @returns {Promise<Row[]>}
 */
export async function settled(stage) {
  if (!stage.long) throw new Error('it takes a minute a run: npm run bench -- --long');
  const once = (/** @type {StartOptions} */ options) => async () => {
    const { app } = await stage.startPainted(options);
    await sleep(SETTLE_MS);
    await stage.desktop.closeWindow();
    await sleep(SETTLED_MS);
    const pss = app.pss() / MB;
    await app.end();
    return pss;
  };
  const { ours, bare: theirs } = await interleave(stage.runs, {
    bare: once(await stage.bare('react')),
    ours: once(await stage.tocsin(MANY)),
  });
  return [ratio('memory of all processes (PSS), a minute later', 1.15, { ours, theirs }, 'MB')];
}

/**
 * @param {Stage} stage
 * @returns {Promise<Row[]>}
 */
export async function fiveMinutes(stage) {
  if (!stage.long) throw new Error('it takes six minutes: npm run bench -- --long');
  const { app } = await stage.startPainted(await stage.tocsin(MANY));
  const windows = () => app.tree().filter(({ type }) => type === 'renderer').length;
  await sleep(SETTLE_MS);
  await stage.desktop.closeWindow();
  await sleep(SETTLE_MS);
  const before = app.pss();
  await sleep(FIVE_MINUTES_MS - SETTLE_MS - 10_000);
  const kept = windows();
  if (kept === 0) throw new Error('the window was gone before 5 min were over');
  await waitUntil(() => windows() === 0, 20_000, 'the end of the window').catch(() => {});
  await sleep(SETTLE_MS);
  const left = windows();
  const freed = (before - app.pss()) / MB;
  const ms = await stage.clickToPaint(app.pid);
  await app.end();
  return [
    {
      name: 'window processes after 5 min hidden',
      value: left,
      unit: '',
      limit: 0,
      detail: `10 s before ${kept}; gave ${freed.toFixed(0)} MB back; a click then painted in ${ms.toFixed(0)} ms`,
      samples: {},
    },
  ];
}
