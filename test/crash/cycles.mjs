// Many kills, many starts: lives of some cycles each, every one compared at its end.
//   runCycles({ exe, switches, cycles, seed, say })  → Sums
//   verdictLine(sums)  → '200 cycles, 0 lost, 0 doubled, 0 marks lost[, N otherwise wrong]'
import { sleep, wordsOf } from '../../scripts/processes.mjs';
import { startDesk } from './desk.mjs';
import { judge } from './judge.mjs';
import { startLife } from './life.mjs';
import { markAllMoment, markMoments } from './mark-moments.mjs';
import { ambiguousMoments, readingMoments, toastMoments } from './moments.mjs';
import { marksOnTheWay } from './on-the-way.mjs';
import { createRandom } from './random.mjs';
import { settle } from './settle.mjs';

/** How long a moment is waited for, on a busy machine too. ms */
const PATIENCE = 25_000;
/** One kill in so many takes the helpers too. */
const WHOLE = 0.25;

/**
 * @typedef {{ readonly cycles: number, readonly lost: number, readonly doubled: number, readonly marksLost: number,
 *   readonly wrong: number, readonly inFlight: number, readonly flights: number }} Sums
 *   `wrong`: what is none of the three and must not be either; `inFlight`: kills while marks were on their way, `flights`:
 *   how many these were
 * @typedef {import('./moments.mjs').Moment} Moment
 * @typedef {{ readonly cycles: number, readonly history: number, readonly many: boolean, readonly first: readonly Moment[],
 *   readonly moments: () => Moment, readonly last?: readonly Moment[] }} Kind
 *   `history`: what is on the server before; `first`, `last`: the first and the last kills. In a storm nothing has a bubble of
 *   its own to click on, so there all is marked at once, at the end: it hides what became of single marks
 * @param {{ exe: string, switches: readonly string[], cycles: number, seed: number, say: (line: string) => void }} options
 * @returns {Promise<Sums>}
 */
export async function runCycles({ exe, switches, cycles, seed, say }) {
  const random = createRandom(seed);
  const { reading, checkpoint } = readingMoments;
  const toasts = inTurn(toastMoments, random);
  const marks = inTurn(markMoments, random);
  let turns = 0;
  /** @type {readonly Kind[]} */
  const kinds = [
    {
      cycles: 12,
      history: 1500,
      many: false,
      first: [reading, ...ambiguousMoments],
      moments: () => ((turns += 1) % 3 === 0 ? marks() : toasts()),
    },
    {
      cycles: 10,
      history: 100,
      many: false,
      first: [markAllMoment, markAllMoment],
      moments: marks,
    },
    {
      cycles: 8,
      history: 12_000,
      many: true,
      first: [checkpoint],
      moments: toasts,
      last: [markAllMoment, markAllMoment],
    },
  ];
  const sums = { cycles: 0, lost: 0, doubled: 0, marksLost: 0, wrong: 0, inFlight: 0, flights: 0 };
  const met = createTally();
  const desk = await startDesk();
  try {
    await desk.pointerAway();
    for (let lives = 0; sums.cycles < cycles; lives += 1) {
      const kind = /** @type {Kind} */ (kinds[lives % kinds.length]);
      const life = await startLife({ desk, exe, switches, random }, kind.history);
      /** @type {string[]} */
      const problems = [];
      const count = Math.min(kind.cycles, cycles - sums.cycles);
      for (let cycle = 0; cycle < count; cycle += 1) {
        const moment =
          kind.first[cycle] ?? kind.last?.[cycle - kind.cycles + kind.last.length] ?? kind.moments();
        met.add(moment.name, await once(life, kind, moment, problems));
        sums.cycles += 1;
        const waiting = marksOnTheWay(life.profile);
        sums.flights += waiting;
        sums.inFlight += Number(waiting > 0);
      }
      await life.faultsEnd();
      const ended = await settle(life, desk);
      const verdict = judge({ ...ended, problems: [...problems, ...ended.problems] });
      for (const [sort, sentences] of Object.entries(verdict)) {
        sums[/** @type {keyof typeof verdict} */ (sort)] += sentences.length;
        for (const sentence of sentences) say(`${sort}: ${sentence}`);
      }
      const { local, bubbles, book } = ended;
      const marks = [...book.marks.values()].filter((how) => how === 'made').length;
      say(
        `${sums.cycles} of ${cycles}: ${local.length} rows, ${book.arrivals.size} arrived, ${bubbles.length} bubbles, ${marks} marks`,
      );
      await life.end();
    }
  } finally {
    await desk.stop();
  }
  for (const line of met.lines()) say(line);
  for (const name of met.never()) say(`wrong: the moment "${name}" never came`);
  return { ...sums, wrong: sums.wrong + met.never().length };

  /**
   * One start, one kill.
   * @param {import('./life.mjs').Life} life
   * @param {Kind} kind
   * @param {Moment} moment
   * @param {string[]} problems
   * @returns whether the kill came in its moment
   */
  async function once(life, { many }, moment, problems) {
    await life.faultsEnd();
    // What the last run told is left alone until after the next: it is that one which could tell it again.
    const lastStart = life.runs().at(-1)?.start ?? 0;
    const older = life.bubbles().filter(({ at }) => at < lastStart);
    await life.story.byOthers(older, life.runs());
    if (random.chance(0.2)) await life.story.prune(await life.rows());
    await moment.before?.({ life, desk, random, many });
    const whole = random.chance(WHOLE);
    const run = life.start();
    const strike = () => run.strike(whole);
    const came = await Promise.race([
      moment.act({ run, life, desk, random, many, strike }).then(() => '', wordsOf),
      sleep(PATIENCE).then(() => `not within ${PATIENCE / 1000} s`),
    ]);
    desk.onCall(() => {});
    if (came !== '')
      say(`missed "${moment.name}": ${came}; the app's last words: ${run.lines.slice(-3).join(' | ')}`);
    strike();
    const how = await run.ended;
    if (!(await run.orphansGone())) problems.push('helpers outlived a killed main by 5 s');
    return came === '' && how === 'SIGKILL';
  }
}

/** @param {Sums} sums */
export const verdictLine = ({ cycles, lost, doubled, marksLost, wrong }) =>
  `${cycles} cycles, ${lost} lost, ${doubled} doubled, ${marksLost} marks lost${wrong > 0 ? `, ${wrong} otherwise wrong` : ''}`;

/** How much a verdict on marks is worth. @param {Sums} sums */
export const marksLine = ({ inFlight, flights }) =>
  `${inFlight} kills while marks were on their way, ${flights} in all`;

/**
 * Each comes once before any comes again, in an order that changes.
 * @template T
 * @param {readonly T[]} list
 * @param {import('./random.mjs').Random} random
 * @returns {() => T}
 */
function inTurn(list, random) {
  /** @type {T[]} */
  let left = [];
  return () => {
    if (left.length === 0) left = [...list];
    return /** @type {T} */ (left.splice(random.int(0, left.length - 1), 1)[0]);
  };
}

/** How often each moment was met. */
function createTally() {
  /** @type {Map<string, { met: number, missed: number }>} */
  const counts = new Map();
  return {
    /** @param {string} name @param {boolean} came */
    add(name, came) {
      const { met, missed } = counts.get(name) ?? { met: 0, missed: 0 };
      counts.set(name, { met: met + Number(came), missed: missed + Number(!came) });
    },
    lines: () =>
      [...counts].map(
        ([name, { met, missed }]) => `  ${name}: ${met}${missed > 0 ? `, missed ${missed}` : ''}`,
      ),
    /** Missed too often for chance. */
    never: () => [...counts].filter(([, { met, missed }]) => met === 0 && missed > 3).map(([name]) => name),
  };
}
