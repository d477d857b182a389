import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBusDaemon } from '../../../../scripts/desktop/bus-daemon.mjs';
import { createChildren } from '../../../../scripts/desktop/children.mjs';
import { findProgram } from '../../../../scripts/processes.mjs';

/** Why tests with a message bus are skipped here; `undefined`: they run. */
export const noBus = findProgram('dbus-daemon') ? undefined : 'dbus-daemon is not installed';
if (noBus) console.warn(`skipped: ${noBus}`);

/** A desktop whose settings cannot be read. */
export const noDconf = (): Promise<never> => Promise.reject(new Error('no dconf here'));

export interface PrivateBus {
  readonly address: string;
  /** A daemon at the same address, after `kill`. */
  restart(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A message bus of our own, without activation. */
export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-bus-'));
  const socket = path.join(folder, 'bus');
  let children = createChildren(folder);
  await startBusDaemon(children, socket);
  const kill = (): Promise<void> => children.stopAll();
  return {
    address: `unix:path=${socket}`,
    kill,
    async restart() {
      children = createChildren(folder);
      rmSync(socket, { force: true });
      await startBusDaemon(children, socket);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves with the first of what a listener is told that passes. */
export function heard<Value>() {
  const all: Value[] = [];
  const waiting: { readonly test: (value: Value) => boolean; readonly found: (value: Value) => void }[] = [];
  return {
    all,
    tell(value: Value): void {
      all.push(value);
      for (const { test, found } of waiting) if (test(value)) found(value);
    },
    first: (test: (value: Value) => boolean): Promise<Value> =>
      new Promise((found) => {
        const past = all.findIndex(test);
        if (past >= 0) found(all[past]!);
        else waiting.push({ test, found });
      }),
  };
}
