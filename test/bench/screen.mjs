// A display whose pixels are a file: looking at it costs microseconds, disturbs nobody, and needs nothing inside the app.
//   startScreen(children, env)  → { display, ink(), watch() }
// Ink: pixels that differ from their left neighbour, in a part of the screen where both apps have their rows. An empty
// desktop and an empty window have none, whatever their colour.
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanAtExit } from '../../scripts/desktop/children.mjs';
import { sleep, waitUntil } from '../../scripts/processes.mjs';

/** px; windows of 1100 × 720 stand in its middle. */
export const SIZE = { width: 1280, height: 800 };
/** Right of Tocsin's side, below its head. */
const CROP = { x: 400, y: 200, width: 700, height: 480 };
const EVERY_LINE = 6;
const EVERY_MS = 2;
/** Less is no text. */
const LEAST_INK = 300;
/** Painted: so much of what is there in the end. The rest is a blinking caret, a clock, a font that comes late. */
const PART = 0.9;

/**
 * @typedef {readonly [ms: number, ink: number]} Look
 * @typedef {Awaited<ReturnType<typeof startScreen>>} Screen
 * @param {ReturnType<typeof import('../../scripts/desktop/children.mjs').createChildren>} children
 */
export async function startScreen(children) {
  const shared = existsSync('/dev/shm') ? '/dev/shm' : tmpdir(); // no disk behind it
  const dir = mkdtempSync(path.join(shared, 'tocsin-bench-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  cleanAtExit(remove);
  const screen = ['-screen', '0', `${SIZE.width}x${SIZE.height}x24`];
  const args = ['-displayfd', '3', '-fbdir', dir, ...screen, '-noreset', '-nolisten', 'tcp'];
  const server = children.start('Xvfb', args, { pipes: ['fd3'] });
  let said = '';
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  pipe.on('data', (/** @type {Buffer} */ chunk) => void (said += chunk.toString()));
  await waitUntil(() => said.includes('\n'), 10_000, 'Xvfb');
  const ink = inkReader(openSync(path.join(dir, 'Xvfb_screen0'), 'r'));

  /** Looks at the screen until stopped. */
  function watch() {
    /** @type {Look[]} */
    const looks = [];
    const timer = setInterval(() => looks.push([performance.now(), ink()]), EVERY_MS);
    const stop = () => clearInterval(timer);

    /**
     * Waits until there is text and nothing moved for `quietMs`; then ends.
     * @param {number} [quietMs]
     * @param {number} [patienceMs]
     * @returns {Promise<readonly Look[]>}
     */
    async function settled(quietMs = 700, patienceMs = 30_000) {
      try {
        for (const end = performance.now() + patienceMs; ; await sleep(20)) {
          const [now, last] = looks.at(-1) ?? [0, 0];
          const moved = looks.findLast(([, seen]) => seen !== last)?.[0] ?? looks[0]?.[0] ?? now;
          if (last >= LEAST_INK && now - moved >= quietMs) return looks;
          if (performance.now() > end) throw new Error(`nothing was painted within ${patienceMs / 1000} s`);
        }
      } finally {
        stop();
      }
    }
    return { settled, stop };
  }

  return {
    display: `:${said.trim()}`,
    ink,
    watch,
    /** The mouse pointer alone is not much. */
    isBlank: () => ink() < LEAST_INK / 3,
  };
}

/**
 * When what is there at the end was there first. ms of performance.now().
 * @param {readonly Look[]} looks
 */
export function paintedAt(looks) {
  const final = looks.at(-1)?.[1] ?? 0;
  const found = looks.find(([, ink]) => ink >= PART * final);
  if (!found) throw new Error('nothing was painted');
  return found[0];
}

/**
 * The file is an X window dump: a head of big-endian words, a colour map, then the lines.
 * @param {number} file
 */
function inkReader(file) {
  const head = Buffer.alloc(100);
  readSync(file, head, 0, 100, 0);
  const word = (/** @type {number} */ n) => head.readUInt32BE(4 * n);
  const [start, bytesPerLine] = [word(0) + 12 * word(19), word(12)];
  if (word(11) !== 32) {
    closeSync(file);
    throw new Error(`a display of ${word(11)} bits a pixel, not 32`);
  }
  const line = Buffer.alloc(4 * CROP.width);
  const pixels = new Uint32Array(line.buffer, line.byteOffset, CROP.width);
  return () => {
    let ink = 0;
    for (let y = CROP.y; y < CROP.y + CROP.height; y += EVERY_LINE) {
      readSync(file, line, 0, line.length, start + y * bytesPerLine + 4 * CROP.x);
      let left = (pixels[0] ?? 0) & 0xffffff;
      for (let x = 1; x < CROP.width; x += 1) {
        const here = (pixels[x] ?? 0) & 0xffffff;
        if (here !== left) ink += 1;
        left = here;
      }
    }
    return ink;
  };
}
