// readOptions(config) → what util.parseArgs gives. --help prints the script's first comment, which is its manual, and ends
// with 0; an option that it does not know is named, with the same manual, and ends with 1.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { giveUp, wordsOf } from './processes.mjs';

/**
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function readOptions(config) {
  const manual = manualOf(readFileSync(process.argv[1] ?? '', 'utf8'));
  if (process.argv.slice(2).some((one) => one === '--help' || one === '-h')) {
    console.log(manual);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return giveUp(`${wordsOf(error)}\n${manual}`);
  }
}

/** @param {string} script its text */
const manualOf = (script) =>
  script
    .split(/^(?!\/\/)/m, 1)
    .join('')
    .replace(/^\/\/ ?/gm, '')
    .trim();
