// What a process and everything below it uses, read from /proc. Nobody is asked.
//   processTree(pid)        → [{ pid, type }] the main process first; type: main, renderer, gpu-process, zygote, utility
//   pssOf(processes)        → bytes, each shared page divided among those who share it
//   createMeter(pid)        → { read() } CPU time and writes so far, of threads and processes that have ended, too
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ readonly pid: number, readonly type: string }} Process
 * @param {number} root
 * @returns {readonly Process[]}
 */
export function processTree(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // "pid (comm) state ppid …": comm may hold blanks and brackets.
    const parent = Number(/^.*\) \S (\d+)/s.exec(text(`/proc/${name}/stat`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  /** @type {number[]} */
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found.map((pid) => ({ pid, type: pid === root ? 'main' : typeOf(pid) }));
}

const typeOf = (/** @type {number} */ pid) =>
  /--type=([\w-]+)/.exec(text(`/proc/${pid}/cmdline`))?.[1] ?? 'other';

/** @param {readonly Process[]} processes */
export function pssOf(processes) {
  const sizes = processes.map(({ pid }) => /^Pss:\s+(\d+) kB/m.exec(text(`/proc/${pid}/smaps_rollup`))?.[1]);
  if (sizes[0] === undefined) throw new Error('the process has ended');
  return sizes.reduce((sum, size) => sum + 1024 * Number(size ?? 0), 0);
}

/**
 * @typedef {{ readonly at: number, readonly cpuMs: number, readonly byType: Readonly<Record<string, number>>,
 *   readonly rendererTurns: number, readonly written: number }} Reading
 *   `rendererTurns`: how often threads of its windows were put on a CPU; `written`: bytes to a disk
 * @param {number} root
 */
export function createMeter(root) {
  /** @type {Map<string, { ns: number, turns: number, type: string }>} a thread's last numbers stay when it ends */
  const threads = new Map();
  /** @type {Map<number, number>} */
  const written = new Map();

  /** @returns {Reading} */
  function read() {
    const at = performance.now();
    for (const { pid, type } of processTree(root)) {
      for (const thread of threadsOf(pid)) {
        const [ns, , turns] = text(`/proc/${pid}/task/${thread}/schedstat`).split(' ').map(Number);
        if (ns !== undefined && turns !== undefined) threads.set(`${pid}/${thread}`, { ns, turns, type });
      }
      const bytes = /^write_bytes: (\d+)/m.exec(text(`/proc/${pid}/io`))?.[1];
      if (bytes !== undefined) written.set(pid, Number(bytes));
    }
    /** @type {Record<string, number>} */
    const byType = {};
    let rendererTurns = 0;
    for (const { ns, turns, type } of threads.values()) {
      byType[type] = (byType[type] ?? 0) + ns / 1e6;
      if (type === 'renderer') rendererTurns += turns;
    }
    const cpuMs = Object.values(byType).reduce((sum, ms) => sum + ms, 0);
    return {
      at,
      cpuMs,
      byType,
      rendererTurns,
      written: [...written.values()].reduce((sum, n) => sum + n, 0),
    };
  }
  return { read };
}

/** @param {number} pid */
function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return []; // it has just ended
  }
}

/** @param {string} file */
function text(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has just ended
  }
}
