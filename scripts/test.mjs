// npm test [-- format lint types dead-code build model core window e2e crash | static | unit …]: everything that is checked, or a part.
// Stages and their times go to stderr, the counts are the last line on stdout. Exit 1 when something failed or nothing ran.
import { ensureLibraries } from './debian-packages.mjs';
import { giveUp, say, wordsOf } from './processes.mjs';
import { ensureModules } from './setup.mjs';
import { crash } from './test-crash.mjs';
import { e2e } from './test-e2e.mjs';
import { addUp, countsLine, skipped, stages } from './test-stages.mjs';

const built = [e2e, crash];
const all = [...stages, ...built];
const wanted = process.argv.slice(2);
const names = [...new Set(all.flatMap(({ name, groups }) => [name, ...groups]))];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) giveUp(`There is no stage ${unknown.join(', ')}; there are ${names.join(', ')}.`);

/** Of one stage that failed, at the end. */
const MOST_LINES = 20;

/** @type {(import('./test-stages.mjs').Result & { stage: string })[]} */
const results = [];
const setUp = { name: 'set-up', groups: [], run: prepare };
const ready = await runStage(setUp);
if (ready.failed > 0) results.push(ready);
else {
  for (const stage of all) {
    const isWanted =
      wanted.length === 0 || [stage.name, ...stage.groups].some((name) => wanted.includes(name));
    if (!isWanted) continue;
    const stale =
      built.includes(stage) && results.some((result) => result.failed > 0 && result.stage === 'build');
    results.push(
      await runStage(stale ? { ...stage, run: async () => skipped('there is no build to test') } : stage),
    );
  }
}
const sums = addUp(results);
// Once more: above they stand among the words of all the others, and of a log often only the end is kept.
for (const what of /** @type {const} */ (['failed', 'skipped'])) {
  const named = results.filter((result) => result[what] > 0);
  if (named.length === 0) continue;
  const why = what === 'failed' ? named.map(({ words }) => firstLines(words)).filter(Boolean) : [];
  say([`${what}: ${named.map(({ stage }) => stage).join(', ')}`, ...why].join('\n'));
}
// Written whole before the exit, also into a pipe.
process.stdout.write(`${countsLine(sums)}\n`, () =>
  process.exit(sums.failed > 0 || sums.passed === 0 ? 1 : 0),
);

/** @param {string} words */
function firstLines(words) {
  const lines = words.split('\n');
  return [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n');
}

/** @param {import('./test-stages.mjs').Stage} stage */
async function runStage({ name, run }) {
  const start = Date.now();
  const result = await run().catch((/** @type {unknown} */ error) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    words: wordsOf(error),
  }));
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  say(
    `${name.padEnd(9)} ${seconds.padStart(6)} s  ${countsLine(result)}${result.words ? `\n${result.words}` : ''}`,
  );
  return { ...result, stage: name };
}

/** Counts nothing unless it fails. */
async function prepare() {
  await ensureModules();
  await ensureLibraries();
  return { passed: 0, failed: 0, skipped: 0, words: '' };
}
