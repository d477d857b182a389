// Judges one damaged history after the other, in a process of its own: native code may end it.
//   node child.mjs FOLDER SEED FIRST LAST: a line of JSON before and after each
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { judge } from './judge.mjs';
import { isEarlier, mutate } from './mutations.mjs';
import { randomOf } from './random.mjs';
import { startThread } from './thread.mjs';

const [folder = '', seed = '', first = '', last = ''] = process.argv.slice(2);
const truth = /** @type {import('./history.mjs').Truth} */ (
  JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'))
);
const say = (/** @type {object} */ line) => process.stdout.write(`${JSON.stringify(line)}\n`);
let thread = startThread();
for (let n = Number(first); n <= Number(last); n += 1) {
  const random = randomOf(Number(seed) + n * 7919);
  const moment = random(2) === 0 ? 'live' : 'clean';
  const here = path.join(folder, `case-${n}`);
  cpSync(path.join(folder, moment), here, { recursive: true });
  const what = `${moment}; ${mutate(here, folder, random)}`;
  const earlier = isEarlier(here, what);
  say({ n, what });
  const verdict = await judge(thread, here, truth);
  if (verdict.marks === 'lost' && earlier) verdict.marks = 'not to be known';
  say({ n, what, ...verdict });
  if (verdict.crashes.length > 0) {
    await thread.end();
    thread = startThread();
  }
  rmSync(here, { recursive: true, force: true });
}
await thread.end();
