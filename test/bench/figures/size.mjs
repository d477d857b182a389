// What is shipped: the scripts and styles of the inbox, and the archive's largest parts.
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { repoRoot } from '../../../scripts/processes.mjs';
import { TOCSIN } from '../apps.mjs';

const KB = 1000;
const PARTS = 8;

/** @returns {Promise<import('../row.mjs').Row[]>} */
export async function bundle() {
  const folder = path.join(TOCSIN, 'dist', 'renderer');
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file = '']) =>
    path.join('/', file),
  );
  const files = withImports(folder, named);
  const sizes = files.map((file) => ({
    file,
    size: gzipSync(readFileSync(path.join(folder, file))).length / KB,
  }));
  const sum = (/** @type {string} */ kind) =>
    sizes.filter(({ file }) => file.endsWith(kind)).reduce((all, { size }) => all + size, 0);
  return [
    {
      name: 'JS and CSS of the inbox, gzip',
      value: sum('.js') + sum('.css'),
      unit: 'kB',
      limit: 220,
      detail: `JS ${sum('.js').toFixed(0)} kB in ${files.filter((file) => file.endsWith('.js')).length} files, CSS ${sum('.css').toFixed(0)} kB`,
      samples: Object.fromEntries(sizes.map(({ file, size }) => [file, [size]])),
    },
  ];
}

/**
 * The files and all that they import statically.
 * @param {string} folder
 * @param {readonly string[]} files
 */
function withImports(folder, files) {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g))
      found.add(path.join(path.dirname(file), from));
  }
  return [...found];
}

/**
 * @typedef {{ readonly size?: number, readonly unpacked?: boolean, readonly files?: Readonly<Record<string, Entry>> }} Entry
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function archive() {
  const file = path.join(repoRoot, 'release', 'linux-unpacked', 'resources', 'app.asar');
  if (!existsSync(file)) throw new Error('there is no release/linux-unpacked yet. Next step: npm run pack');
  const root = asarHead(file);
  const parts = Object.entries(root.files ?? {}).flatMap(([name, entry]) =>
    name === 'node_modules' || name === 'dist'
      ? Object.entries(entry.files ?? {}).map(([inner, one]) => ({
          name: `${name}/${inner}`,
          size: sizeOf(one),
        }))
      : [{ name, size: sizeOf(entry) }],
  );
  const largest = parts.toSorted((a, b) => b.size - a.size).slice(0, PARTS);
  return [
    {
      name: 'app.asar',
      value: statSync(file).size / KB,
      unit: 'kB',
      limit: null,
      detail: largest.map(({ name, size }) => `${name} ${(size / KB).toFixed(0)}`).join(', '),
      samples: Object.fromEntries(largest.map(({ name, size }) => [name, [size / KB]])),
    },
  ];
}

/**
 * A Chromium pickle: the length of the JSON stands at byte 12.
 * @param {string} file
 */
function asarHead(file) {
  const opened = openSync(file, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(opened, sizes, 0, 16, 0);
    const json = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(opened, json, 0, json.length, 16);
    return /** @type {Entry} */ (JSON.parse(json.toString('utf8')));
  } finally {
    closeSync(opened);
  }
}

/**
 * @param {Entry} entry
 * @returns {number} bytes
 */
const sizeOf = ({ size = 0, unpacked = false, files }) =>
  unpacked ? 0 : files ? Object.values(files).reduce((sum, one) => sum + sizeOf(one), 0) : size;
