import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';

/** A turn takes a millisecond; one so old is its process's pid used again, or waits for an answer of the first, ms. */
const STALE_MS = 5000;
const STEP_MS = 5;
const MOST_STEPS = 2000;

export interface TurnDeps {
  /** This process's. */
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  /** Blocks: before the lock is ours there is nothing else to do. */
  readonly wait: (ms: number) => void;
  readonly now: () => number;
}

const node: TurnDeps = {
  pid: process.pid,
  isAlive,
  wait: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
  now: Date.now,
};

/**
 * Asks for Chromium's lock while no other start of this profile does. On Linux and macOS Chromium makes that lock in
 * steps: a link that names the process, then the socket and its cookie. Who looks between two of them takes the lock for
 * a dead process's and makes it its own, and two Tocsins watch with one profile (seen in one of thirty times twenty
 * starts at once, under load). A turn is a link again, for it is made at once or not at all; where there are none
 * (Windows, some shares), the lock alone decides, as ever.
 * @param folder userData
 * @returns what `ask` gives
 */
export function inTurn<T>(folder: string, ask: () => T, deps: TurnDeps = node): T {
  const link = path.join(folder, 'starting');
  const mine = take(link, deps);
  try {
    return ask();
  } finally {
    if (mine && holder(link) === deps.pid) remove(link);
  }
}

/** @returns whether the turn is ours; not where links cannot be made */
function take(link: string, { pid, isAlive, wait, now }: TurnDeps): boolean {
  for (let step = 0; step < MOST_STEPS; step++) {
    try {
      symlinkSync(String(pid), link);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    const other = holder(link);
    const stale = other !== undefined && (!isAlive(other) || Math.abs(now() - madeAt(link, now)) > STALE_MS);
    if (stale) remove(link);
    else wait(STEP_MS);
  }
  return false; // Something in its place that will not go: the lock alone decides.
}

/** `undefined`: gone meanwhile. `NaN`, which nobody is: not a link of ours. */
function holder(link: string): number | undefined {
  try {
    return Number(readlinkSync(link));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : Number.NaN;
  }
}

function madeAt(link: string, now: () => number): number {
  try {
    return lstatSync(link).mtimeMs;
  } catch {
    return now();
  }
}

function remove(link: string): void {
  try {
    unlinkSync(link);
  } catch {
    // Another start was quicker.
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
