// What is inside a package, and how large.
//   describeContents({ folder, artifacts })  → lines: its size, its largest parts, the archive's, and each file made of it
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SHOWN = 8;

/** @param {import('./package.mjs').Package} made */
export function describeContents({ folder, artifacts }) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const sizes = files.map((file) => ({ name: path.relative(folder, file), bytes: statSync(file).size }));
  const archive = files.find((file) => path.basename(file) === 'app.asar');
  return [
    `${folder}: ${total(sizes)}`,
    ...largest(sizes),
    ...(archive
      ? [
          `${archive}: ${megabytes(statSync(archive).size)}, with what lies beside it ${total(inArchive(archive))}`,
          ...largest(inArchive(archive)),
        ]
      : []),
    ...artifacts.map((file) => `${file}: ${megabytes(statSync(file).size)}`),
  ].join('\n');
}

/**
 * @typedef {{ readonly name: string, readonly bytes: number }} Part
 * @typedef {{ readonly files?: Readonly<Record<string, Entry>>, readonly size?: number }} Entry
 * @param {string} archive
 * @returns {Part[]} by npm package, and by folder for our own; what lies beside the archive counts too
 */
function inArchive(archive) {
  const data = readFileSync(archive);
  // Two nested Chromium pickles stand before the table: 4 × uint32, the last is the table's length.
  const table = /** @type {Entry} */ (JSON.parse(data.toString('utf8', 16, 16 + data.readUInt32LE(12))));
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const { name, bytes } of filesBelow(table, '')) {
    const part = /^(node_modules\/(?:@[^/]+\/)?[^/]+|[^/]+\/[^/]+|[^/]+)/.exec(name)?.[0] ?? name;
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  }
  return [...parts].map(([name, bytes]) => ({ name, bytes }));
}

/**
 * @param {Entry} entry
 * @param {string} name
 * @returns {Part[]}
 */
function filesBelow({ files, size = 0 }, name) {
  if (!files) return [{ name, bytes: size }];
  return Object.entries(files).flatMap(([each, inner]) => filesBelow(inner, name ? `${name}/${each}` : each));
}

const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const total = (/** @type {readonly Part[]} */ parts) =>
  megabytes(parts.reduce((sum, { bytes }) => sum + bytes, 0));
const largest = (/** @type {readonly Part[]} */ parts) =>
  [...parts]
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, SHOWN)
    .map(({ name, bytes }) => `  ${megabytes(bytes).padStart(10)}  ${name}`);
