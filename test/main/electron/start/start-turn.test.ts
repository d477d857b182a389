import {
  existsSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inTurn, type TurnDeps } from '../../../../src-main/electron/start/start-turn';

const NOW = Date.UTC(2026, 10, 22, 10);
const OURS = 71;
const OTHER = 70;

/** A start of a profile: who is alive, and what happens while it waits. */
function start(alive: readonly number[], whileWaiting: () => void = () => undefined) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-turn-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const link = path.join(folder, 'starting');
  const waits: number[] = [];
  const deps: TurnDeps = {
    pid: OURS,
    isAlive: (pid) => alive.includes(pid),
    now: () => NOW,
    wait(ms) {
      waits.push(ms);
      whileWaiting();
    },
  };
  const taken = (by: number | string, at = NOW): void => {
    symlinkSync(String(by), link);
    lutimesSync(link, at / 1000, at / 1000);
  };
  /** Whose turn it was while the lock was asked for. */
  const ask = (): string | undefined =>
    inTurn(folder, () => (existsLink(link) ? readlinkSync(link) : undefined), deps);
  return { folder, link, deps, waits, taken, ask };
}

/** `existsSync` follows it to a file that is not there. */
function existsLink(link: string): boolean {
  try {
    return readlinkSync(link) !== '';
  } catch {
    return false;
  }
}

test('alone: the lock is asked for at once, and nothing is left behind', () => {
  const { ask, waits, link } = start([]);
  expect([ask(), waits, existsLink(link)]).toEqual([String(OURS), [], false]);
});

test('while another start asks, this one waits, and asks when that one is through', () => {
  let left = 3;
  const { ask, waits, taken, link } = start([OTHER], () => {
    if (--left === 0) rmSync(link);
  });
  taken(OTHER);
  expect(ask()).toBe(String(OURS));
  expect(waits).toHaveLength(3);
});

test.for([
  { what: 'a start that was killed in its turn', by: OTHER, at: NOW, alive: [] },
  { what: 'a number that another program has by now', by: OTHER, at: NOW - 60_000, alive: [OTHER] },
  { what: 'a clock that was set back since', by: OTHER, at: NOW + 3_600_000, alive: [OTHER] },
  { what: 'a link that names nobody', by: 'elsewhere', at: NOW, alive: [] },
])('$what holds nobody up', ({ by, at, alive }) => {
  const { ask, waits, taken } = start(alive);
  taken(by, at);
  expect([ask(), waits]).toEqual([String(OURS), []]);
});

test('a file in its place, which is no turn, holds nobody up', () => {
  const { ask, waits, link } = start([]);
  writeFileSync(link, '');
  expect([ask(), waits]).toEqual([String(OURS), []]);
});

test('the next one’s turn is not ended by who went on without', () => {
  const { folder, link, deps, taken } = start([OTHER]);
  inTurn(
    folder,
    () => {
      rmSync(link);
      taken(OTHER);
    },
    deps,
  );
  expect(readlinkSync(link)).toBe(String(OTHER));
});

test('an error in asking ends the turn, too', () => {
  const { folder, deps, link } = start([]);
  const fails = (): never => {
    throw new Error('no lock');
  };
  expect(() => inTurn(folder, fails, deps)).toThrow('no lock');
  expect(existsLink(link)).toBe(false);
});

test.for([
  { what: 'a folder in its place', spoil: (link: string) => mkdirSync(link) },
  { what: 'no folder at all', spoil: (link: string) => rmSync(path.dirname(link), { recursive: true }) },
])('$what: the lock alone decides', ({ spoil }) => {
  const { folder, link, deps } = start([]);
  spoil(link);
  expect(inTurn(folder, () => 'asked', deps)).toBe('asked');
  expect(existsSync(link) || !existsSync(folder)).toBe(true);
  if (!existsSync(folder)) mkdirSync(folder);
});

test('the real processes: a dead one is passed', () => {
  const { folder, link, taken } = start([]);
  taken(2 ** 30, Date.now()); // beyond every process number
  expect(inTurn(folder, () => readlinkSync(link))).toBe(String(process.pid));
});
