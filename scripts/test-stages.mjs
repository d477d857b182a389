// The stages of `npm test`: what each runs, and how its result is counted. Used by test.mjs.
//   stages            [{ name, groups, run }] in the order in which they run; run() → Result
//   addUp(results)    → { passed, failed, skipped }
//   countsLine(sums)  → 'N passed, N failed[, N skipped]'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { repoRoot, run, say } from './processes.mjs';
import { ensureBuild } from './setup.mjs';

/**
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly words: string }} Result
 *   `words`: what to print when it failed or was skipped
 * @typedef {{ readonly name: string, readonly groups: readonly string[], readonly run: () => Promise<Result> }} Stage
 */

/**
 * A program that either passes or not: counts as one.
 * @param {string} name
 * @param {readonly string[]} command a file below node_modules, and its arguments
 * @returns {Stage}
 */
function check(name, [file = '', ...args]) {
  return {
    name,
    groups: ['static'],
    run: async () => {
      const { code, output } = await run(process.execPath, [
        path.join(repoRoot, 'node_modules', file),
        ...args,
      ]);
      return code === 0 ? result({ passed: 1 }) : result({ failed: 1 }, output.trim());
    },
  };
}

/** @param {Partial<Result>} counts */
const result = (counts, words = '') => ({ passed: 0, failed: 0, skipped: 0, ...counts, words });
export const skipped = (/** @type {string} */ why) => result({ skipped: 1 }, why);

/** @type {Stage} */
const build = {
  name: 'build',
  groups: ['static', 'e2e', 'crash'],
  run: async () => {
    await ensureBuild();
    return result({ passed: 1 });
  },
};

/**
 * Random schedules against the real engine, and the mistakes that they must find (sync.md); figures on stderr.
 */
const SCHEDULES = 20_000;

/** @type {Stage} */
const model = {
  name: 'model',
  groups: [],
  run: async () => {
    const { checkEngine, findMutants } = await import('../test/model/run.mjs');
    const engine = await checkEngine({ schedules: SCHEDULES, from: 0, seed: 1, say });
    const mutants = await findMutants({ seed: 1, say });
    const passed = [engine, mutants].filter(Boolean).length;
    return result({ passed, failed: 2 - passed }, passed === 2 ? '' : 'see the lines above');
  },
};

/** What was well formatted, and is as it was, is not read again: a third of the time of all that is static. */
const FORMAT_CACHE = ['--cache', '--cache-strategy=content', '--cache-location=out/.prettier'];

/** @type {readonly Stage[]} e2e and crash stand in test-*.mjs */
export const stages = [
  check('format', ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', ...FORMAT_CACHE, '.']),
  check('lint', ['oxlint/bin/oxlint', '--type-aware']),
  check('types', ['typescript/bin/tsc', '--noEmit']),
  check('dead-code', ['knip/bin/knip.js']),
  build,
  model,
  { name: 'core', groups: ['unit'], run: () => runVitest('core', process.env, COVERAGE) },
  { name: 'window', groups: ['unit'], run: () => runVitest('window') },
  { name: 'corrupt', groups: [], run: runCorrupt },
];

/** A tenth of `npm run test:corrupt`, always the same; the figures are told. Counts as one. */
async function runCorrupt() {
  await ensureBuild();
  const { corrupt, figuresLine, isGood } = await import('../test/corrupt/corrupt.mjs');
  const figures = await corrupt({ runs: 300, seed: 1, tell: say });
  say(figuresLine(figures));
  return isGood(figures) ? result({ passed: 1 }) : result({ failed: 1 }, figuresLine(figures));
}

/** What is decided there is what has to be covered; the figures are printed, no bound is asserted. */
const COVERAGE = [
  '--coverage',
  '--coverage.reporter=text-summary',
  '--coverage.include=src-shared/**',
  '--coverage.include=src-main/core/**',
  '--coverage.reportsDirectory=out/coverage',
];

/**
 * Runs one project of Vitest, its words on stderr, its counts from its JSON report.
 * @param {string} project
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [more] switches for Vitest
 * @returns {Promise<Result>}
 */
export async function runVitest(project, env = process.env, more = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-tests-'));
  const report = path.join(folder, 'report.json');
  const vitest = path.join(repoRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    ...more,
  ];
  // Whoever set it, a person or a build of this very process: with `production` React has no `act`.
  const testEnv = { ...env, NODE_ENV: 'test' };
  const code = await new Promise((/** @type {(exit: number) => void} */ resolve) => {
    const child = spawn(process.execPath, [vitest, ...args], {
      cwd: repoRoot,
      env: testEnv,
      stdio: ['ignore', 2, 2],
    });
    child.on('error', () => resolve(127));
    child.on('exit', (exit) => resolve(exit ?? 1));
  });
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
  rmSync(folder, { recursive: true, force: true });
  return text
    ? countReport(text, code === 0)
    : result({ failed: 1 }, `vitest ended without a report (exit ${code})`);
}

/**
 * @param {string} text vitest's JSON report
 * @param {boolean} fine whether vitest itself was content
 * @returns {Result}
 */
function countReport(text, fine) {
  const report = /** @type {VitestReport} */ (JSON.parse(text));
  const { numPassedTests: passed, numPendingTests, numTodoTests = 0 } = report;
  // A file that could not even be loaded has no test that failed: it counts as one.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  let failed = report.numFailedTests + broken.length;
  let words = '';
  if (passed + failed + numPendingTests === 0) {
    failed = 1;
    words = 'no test was found';
  } else if (!fine && failed === 0) {
    failed = 1;
    words = 'vitest failed outside of a test: see its words above';
  } else words = report.testResults.flatMap(whatFailed).join('\n');
  return result({ passed, failed, skipped: numPendingTests + numTodoTests }, words);
}

/**
 * A line for each test of a file that failed: where, which, and the first line of why.
 * @param {FileReport} file
 */
function whatFailed({ name, status, message, assertionResults }) {
  const where = path.relative(repoRoot, name);
  const first = (/** @type {string | undefined} */ text) => text?.split('\n', 1)[0] ?? '';
  if (assertionResults.length === 0) return status === 'failed' ? [`${where}: ${first(message)}`] : [];
  return assertionResults
    .filter((one) => one.status === 'failed')
    .map(({ fullName, failureMessages }) => `${where} > ${fullName}: ${first(failureMessages[0])}`);
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestReport
 * @typedef {{ name: string, status: string, message: string, assertionResults: TestReport[] }} FileReport
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: FileReport[] }} VitestReport
 */

/** @param {readonly Result[]} results */
export function addUp(results) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, each) => total + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** @param {{ passed: number, failed: number, skipped: number }} sums */
export const countsLine = ({ passed, failed, skipped: left }) =>
  `${passed} passed, ${failed} failed${left > 0 ? `, ${left} skipped` : ''}`;
