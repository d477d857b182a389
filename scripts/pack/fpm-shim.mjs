#!/usr/bin/env node
// Stands in for `fpm`, which electron-builder would download: makes a .deb with dpkg-deb, from exactly the arguments
// that electron-builder 26 gives (-s dir -t deb …). Used by package.mjs through CUSTOM_FPM_PATH.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MODE_FILE = 0o644;
const MODE_PROGRAM = 0o755;
const SCRIPTS = { 'after-install': 'postinst', 'after-remove': 'postrm' };
/** @type {Readonly<Record<string, string>>} */
const COMPRESSIONS = { xz: 'xz', gz: 'gzip', zst: 'zstd', none: 'none' };

const { options, lists, files } = readArguments(process.argv.slice(2));
if (options['t'] !== 'deb') {
  console.error(`fpm-shim: makes deb only, not ${options['t']}`);
  process.exit(1);
}
const work = mkdtempSync(path.join(tmpdir(), 'tocsin-deb-'));
try {
  const root = path.join(work, 'root');
  for (const { from, to } of files) copyTo(from, path.join(root, to));
  writeControl(
    path.join(root, 'DEBIAN'),
    Number(output('du', '-sk', '--apparent-size', root).split('\t')[0]),
  );
  execFileSync('find', [root, '-type', 'd', '-exec', 'chmod', '755', '{}', '+']);
  const compression = COMPRESSIONS[options['deb-compression'] ?? ''] ?? 'xz';
  const args = ['--root-owner-group', `-Z${compression}`, '--build', root, options['package'] ?? ''];
  execFileSync('dpkg-deb', args, { stdio: 'inherit' });
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {readonly string[]} given `-k value`, `--key value`, lone `--force` and `--debug`, and `FROM=TO` */
function readArguments(given) {
  /** @type {Record<string, string>} */
  const single = {};
  const many = { depends: /** @type {string[]} */ ([]), recommends: /** @type {string[]} */ ([]) };
  /** @type {{ from: string, to: string }[]} */
  const copied = [];
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    if (word === '--force' || word === '--debug') continue;
    if (word === '-d' || word === '--depends') many.depends.push(given[(at += 1)] ?? '');
    else if (word === '--deb-recommends') many.recommends.push(given[(at += 1)] ?? '');
    else if (word.startsWith('-')) single[word.replace(/^-+/, '')] = given[(at += 1)] ?? '';
    else {
      const equals = word.lastIndexOf('=');
      copied.push({ from: word.slice(0, equals), to: word.slice(equals + 1) });
    }
  }
  return { options: single, lists: many, files: copied };
}

/**
 * @param {string} from a folder when it ends in '/': then what is inside
 * @param {string} to
 */
function copyTo(from, to) {
  if (from.endsWith('/')) {
    mkdirSync(to, { recursive: true });
    execFileSync('cp', ['-a', `${from}.`, to]);
    return;
  }
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, MODE_FILE);
}

/**
 * Fields and their order: Debian policy manual, 5.3.
 * @param {string} folder
 * @param {number} kibibytes
 */
function writeControl(folder, kibibytes) {
  const [summary = '', ...long] = (options['description'] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const fields = {
    Package: options['name'],
    Version: options['version'],
    Architecture: options['architecture'],
    Maintainer: options['maintainer'],
    'Installed-Size': String(kibibytes),
    Depends: lists.depends.join(', '),
    Recommends: lists.recommends.join(', '),
    Section: options['category'],
    Priority: options['deb-priority'],
    Homepage: options['url'],
    Description: [summary, ...long.map((line) => ` ${line}`)].join('\n'),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'control'), lines.map(([name, value]) => `${name}: ${value}\n`).join(''));
  for (const [option, name] of Object.entries(SCRIPTS)) {
    const script = options[option];
    if (script) writeFileSync(path.join(folder, name), readFileSync(script), { mode: MODE_PROGRAM });
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function output(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8' });
}
