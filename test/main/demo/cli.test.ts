import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { parseArguments } from '../../../src-main/demo/cli-options';

const usual = { port: 0, seed: 1, history: 2_000, live: true, speed: 1 };

test.for<readonly [args: string, parsed: object]>([
  ['', { options: usual }],
  ['--port 8000 --seed=5', { options: { ...usual, port: 8000, seed: 5 } }],
  ['--history=100000 --live=false', { options: { ...usual, history: 100_000, live: false } }],
  ['--live', { options: usual }],
  ['--port=70000', { problem: '--port must be a whole number from 0 to 65535.' }],
  ['--seed', { problem: '--seed must be a whole number from 0 to 4294967295.' }],
  ['--scenario storm-day --speed=600', { options: { ...usual, scenario: 'storm-day', speed: 600 } }],
  ['--speed=0', { problem: '--speed must be a whole number from 1 to 10000.' }],
  ['--scenario=calm', { problem: '--scenario must be storm-day.' }],
  ['--live=maybe', { problem: '--live must be true or false.' }],
  [
    '--sead=1',
    {
      problem:
        'Unknown option --sead=1; there are --port, --seed, --history, --live, --scenario and --speed.',
    },
  ],
  [
    'now',
    { problem: 'Unknown option now; there are --port, --seed, --history, --live, --scenario and --speed.' },
  ],
])('"%s" → %j', ([args, parsed]) => {
  expect(parseArguments(args === '' ? [] : args.split(' '))).toEqual(parsed);
});

/** One file for plain Node, as the product has it. */
const folder = mkdtempSync(join(tmpdir(), 'tocsin-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      ssr: fileURLToPath(new URL('../../../src-main/demo/cli.ts', import.meta.url)),
      rolldownOptions: { output: { entryFileNames: 'demo-server.mjs' } },
    },
  });
}, 60_000);

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [join(folder, 'demo-server.mjs'), ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async () => JSON.parse(String((await lines.next()).value)) as Readonly<Record<string, string>>;
  return { child, line, ended: once(child, 'exit') };
}

test.for(['SIGTERM', 'stdin'])('a process says its address, then its events, and ends by %s', async (end) => {
  const { child, line, ended } = run('--live=false', '--history=3');
  const { event, baseUrl, token } = await line();
  expect(event).toBe('ready');
  const response = await fetch(`${baseUrl}/api/user/notifications/`, {
    headers: { authorization: `Token ${token}` },
  });
  expect(await response.json()).toMatchObject({ count: 3 });
  expect(await line()).toMatchObject({ event: 'request', method: 'GET', status: 200 });
  if (end === 'stdin') child.stdin.end();
  else child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('a bad option is one sentence and code 2', async () => {
  const { child, ended } = run('--history=many');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  expect(await ended).toEqual([2, null]);
  expect(said).toBe('--history must be a whole number from 0 to 1000000.\n');
});
