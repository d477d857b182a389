import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A mount of one's own can be made here: as root, and not in every container. */
export const mayMount = (() => {
  const at = mkdtempSync(join(tmpdir(), 'tocsin-mount-'));
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at]).status === 0;
  if (made) unmount(at);
  rmSync(at, { recursive: true });
  return made;
})();

/** Also where something still holds it: then it goes with its last user. */
function unmount(at: string): void {
  spawnSync('umount', ['-l', at]);
}

/** Makes this file or folder read-only for everybody, root too. @returns takes it back */
export function readOnly(at: string): () => void {
  execFileSync('mount', ['--bind', at, at]);
  execFileSync('mount', ['-o', 'remount,ro,bind', at]);
  let undone = false;
  const undo = (): void => {
    if (!undone) unmount(at);
    undone = true;
  };
  onTestFinished(undo);
  return undo;
}
