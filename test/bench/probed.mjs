// What probe.cjs has written, in this process's time.
import { readFileSync } from 'node:fs';

/**
 * @param {string} file
 * @param {'late' | 'decided' | 'asked'} kind
 * @returns {{ readonly at: number, readonly ms: number, readonly value: string }[]} `at`: ms of performance.now()
 */
export function probed(file, kind) {
  const shift = Number(process.hrtime.bigint()) / 1e6 - performance.now();
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [what, at, ms = 0, value = ''] = /** @type {[string, number, number?, string?]} */ (
      JSON.parse(line)
    );
    return what === kind ? { at: at - shift, ms, value } : [];
  });
}
