// 100,000 notifications read from the server by a new account, with the window open, against reading and parsing alone.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { interleave } from '../interleave.mjs';
import { median } from '../numbers.mjs';
import { column, ratio } from '../row.mjs';
import { paintedAt } from '../screen.mjs';
import { BARE, TOCSIN } from '../apps.mjs';
import { probed } from '../probed.mjs';
import { MANY } from '../stage.mjs';

/**
 * @param {import('../stage.mjs').Stage} stage
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function catchUp(stage) {
  const server = await stage.server(MANY);
  await server.warmUp();
  const provision = path.join(stage.folder, 'catch-up.json');
  writeFileSync(provision, JSON.stringify(server.provision({ pollSeconds: 300 })), { mode: 0o600 });
  const probe = path.join(stage.folder, 'probe.json');

  /** main's worst lateness between two moments of performance.now(), ms. */
  const latest = (/** @type {number} */ from, /** @type {number} */ to) =>
    Math.max(0, ...probed(probe, 'late').flatMap(({ at, ms }) => (at > from && at < to ? ms : [])));

  const begin = () => stage.start({ app: TOCSIN, probe, args: [`--provision=${provision}`, '--verbose'] });

  const { ours, reader, shown } = await interleave(stage.runs, {
    async reader() {
      const app = stage.start({
        app: BARE,
        probe,
        args: [`--read=${server.baseUrl}`, `--token=${server.token}`],
      });
      const { at } = await app.line(/^read \d+/, 60_000);
      const from = server.requests(app.startedAt)[0] ?? NaN;
      await app.quit();
      const late = latest(from, at);
      await app.end();
      return { ms: at - from, late, pages: server.requests(from, at).length };
    },
    async ours() {
      const app = begin();
      const { at } = await app.line(/first sync done/, 120_000);
      const from = server.requests(app.startedAt)[0] ?? NaN;
      const pages = server.requests(from, at).length;
      await app.quit();
      const late = latest(from, at);
      await app.end();
      return { ms: at - from, late, pages };
    },
    // In runs of its own: looking at the screen each 2 ms takes a tenth of a processor, and nobody looks at the reader's.
    async shown() {
      const looking = stage.desktop.screen.watch();
      const app = begin();
      await app.line(/first sync done/, 120_000);
      const looks = await looking.settled();
      const from = server.requests(app.startedAt)[0] ?? NaN;
      await app.quit();
      await app.end();
      return { rows: paintedAt(looks) - from };
    },
  });
  const pair = { ours: column(ours, 'ms'), theirs: column(reader, 'ms') };
  const late = { ours: column(ours, 'late'), theirs: column(reader, 'late') };
  const rows = column(shown, 'rows');
  const whole = ratio('100,000 notifications caught up', 2, pair, 'ms', 'read and parsed alone');
  return [
    {
      ...whole,
      detail: `${whole.detail}; ${median(column(ours, 'pages'))} requests, alone ${median(column(reader, 'pages'))}`,
    },
    {
      name: '… main’s loop late meanwhile, the worst of all runs',
      value: Math.max(...late.ours),
      unit: 'ms',
      limit: 50,
      detail: `median of the runs’ worst ${median(late.ours).toFixed(0)} ms, alone ${median(late.theirs).toFixed(0)} ms`,
      samples: late,
    },
    {
      name: '… first rows on the screen, part of the whole',
      value: median(rows) / median(pair.ours),
      unit: '×',
      limit: null,
      detail: `${median(rows).toFixed(0)} ms after the first request of ${median(pair.ours).toFixed(0)} ms`,
      samples: { ours: rows },
    },
  ];
}
