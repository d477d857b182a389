// How many items a second the alert engine decides, in the JavaScript engine that runs it: Electron's, as plain Node.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { repoRoot } from '../../../scripts/processes.mjs';
import { median } from '../numbers.mjs';

/** µs an item: 200,000 items a second. */
const LIMIT = 5;
/** Days of 10,000 items, and as many outages. */
const DAYS = 5;

/**
 * @param {import('../stage.mjs').Stage} stage
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function engine(stage) {
  const outDir = path.join(repoRoot, 'out', 'bench', 'engine');
  await build({
    configFile: false,
    root: repoRoot,
    logLevel: 'warn',
    cacheDir: path.join(outDir, '.vite'),
    ssr: { noExternal: true },
    build: {
      ssr: path.join(repoRoot, 'test', 'bench', 'engine', 'load.ts'),
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'load.mjs', codeSplitting: false } },
    },
  });
  const { stdout } = await promisify(execFile)(
    stage.exe,
    [path.join(outDir, 'load.mjs'), String(DAYS), String(stage.runs)],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, timeout: 300_000 },
  );
  const speeds = /** @type {Record<string, number[]>} */ (JSON.parse(stdout));
  return Object.entries(speeds).map(([name, samples]) => ({
    name: `alert engine, an item: ${name}`,
    value: 1e6 / median(samples),
    unit: 'µs',
    // The worst load at the size of a backlog's pages; a poll that brings one item need not be as quick.
    limit: name === 'outages 100' ? LIMIT : null,
    detail: `${Math.round(median(samples)).toLocaleString('en')} items/s of CPU`,
    samples: { [name]: samples },
  }));
}
