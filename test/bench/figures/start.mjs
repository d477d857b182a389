// From the start of the process to the tray's icon on the bus, and to rows on the screen.
import { interleave } from '../interleave.mjs';
import { column, ratio } from '../row.mjs';
import { MANY } from '../stage.mjs';

/** @param {import('../stage.mjs').Stage} stage */
export async function start(stage) {
  const once = (/** @type {import('../stage.mjs').StartOptions} */ options) => async () => {
    const { app, paintedAt } = await stage.startPainted(options);
    const tray = (await app.tray()) - app.startedAt;
    await app.end();
    return { tray, painted: paintedAt - app.startedAt };
  };
  const seen = await interleave(stage.runs, {
    static: once(await stage.bare('static')),
    react: once(await stage.bare('react')),
    few: once(await stage.tocsin(30)),
    many: once(await stage.tocsin(MANY)),
  });
  const row = (
    /** @type {'tray' | 'painted'} */ what,
    /** @type {'few' | 'many'} */ items,
    /** @type {'static' | 'react'} */ bare,
    /** @type {number} */ limit,
  ) => {
    const words = `start → ${what === 'tray' ? 'tray' : 'painted with rows'}, ${items === 'few' ? '30' : '100,000'} items`;
    const pair = { ours: column(seen[items], what), theirs: column(seen[bare], what) };
    return ratio(words, limit, pair, 'ms');
  };
  return [
    row('tray', 'few', 'static', 1.15),
    row('tray', 'many', 'static', 1.15),
    row('painted', 'few', 'react', 1.3),
    row('painted', 'many', 'react', 1.3),
  ];
}
