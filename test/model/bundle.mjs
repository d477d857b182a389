// The checker and the real engine in one file, with pieces of source put in the place of others: what a run needs to
// be small, and the mistakes that it must find. The product itself knows nothing of it.
import path from 'node:path';
import { build } from 'vite';
import { repoRoot } from '../../scripts/processes.mjs';

/** @typedef {{ readonly file: string, readonly find: string, readonly put: string }} Patch */

/**
 * Small pages, so that short lists have many of them; a database that outlives the crash of what uses it.
 * @type {readonly Patch[]}
 */
const SMALL = [
  { file: 'src-main/core/sync/head.ts', find: 'const HEAD_LIMIT = 100;', put: 'const HEAD_LIMIT = 6;' },
  {
    file: 'src-main/core/sync/head.ts',
    find: 'const LARGE_LIMIT = 1000;',
    put: 'const LARGE_LIMIT = 12;',
  },
  { file: 'src-main/core/sync/walk.ts', find: 'const MAX_LIMIT = 1000;', put: 'const MAX_LIMIT = 24;' },
  { file: 'src-main/core/sync/read-ahead.ts', find: 'const SLACK = 8;', put: 'const SLACK = 1;' },
  // Less than a poll's interval: else the next walks read again what one has left out.
  {
    file: 'src-main/core/sync/lag.ts',
    find: 'FIRST_LAG = 600_000_000;',
    put: 'FIRST_LAG = 20_000_000;',
  },
  { file: 'src-main/core/sync/poll.ts', find: 'const SELDOM = 5;', put: 'const SELDOM = 3;' },
  {
    file: 'src-main/store/file/connection.ts',
    find: 'const connection = new DatabaseSync(file);',
    put: 'const connection = globalThis.modelConnection;',
  },
  // Each of these, set anew, has SQLite prepare all of its statements anew.
  {
    file: 'src-main/store/file/connection.ts',
    find: "'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000'",
    put: "''",
  },
  {
    file: 'src-main/store/file/connection.ts',
    find: 'const statements = new Map<string, Reading>();',
    put: 'const statements = globalThis.modelStatements;',
  },
  {
    file: 'src-main/store/file/connection.ts',
    find: 'const writing = new Map<string, Statement>();',
    put: 'const writing = globalThis.modelWriting;',
  },
  // Steps 3 and 4 mask mistakes: half of the schedules run without them (`check`, whole).
  {
    file: 'src-main/core/sync/poll.ts',
    find: 'if (polls % SELDOM !== 0 ||',
    put: 'if (!globalThis.modelWhole || polls % SELDOM !== 0 ||',
  },
];

/**
 * @param {string} name the file's, below out/model
 * @param {readonly Patch[]} patches each text must stand in its file exactly once
 * @returns {Promise<string>} the bundle's path
 */
export async function bundle(name, patches) {
  const left = new Set([...SMALL, ...patches]);
  const outDir = path.join(repoRoot, 'out', 'model');
  await build({
    configFile: false,
    root: repoRoot,
    logLevel: 'error',
    cacheDir: path.join(outDir, '.vite'),
    plugins: [
      {
        name: 'model-patches',
        enforce: 'pre',
        transform(code, id) {
          const file = path.relative(repoRoot, id.split('?')[0] ?? id);
          let now = code;
          for (const patch of left) {
            if (patch.file !== file) continue;
            const parts = now.split(patch.find);
            if (parts.length !== 2)
              throw new Error(`${name}: ${parts.length - 1} times in ${file} instead of once: ${patch.find}`);
            now = parts.join(patch.put);
            left.delete(patch);
          }
          return now === code ? null : { code: now, map: null };
        },
      },
    ],
    ssr: { noExternal: true, external: ['@photostructure/sqlite', 'fast-check'] },
    build: {
      ssr: path.join(repoRoot, 'test', 'model', 'check.ts'),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  if (left.size > 0)
    throw new Error(`${name}: no such file: ${[...left].map(({ file }) => file).join(', ')}`);
  return path.join(outDir, `${name}.mjs`);
}
