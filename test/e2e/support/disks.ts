import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
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

/** A disk that is small enough to be filled. Gone with the test. @param size as mount(8) takes it */
export function smallDisk(size: string): { readonly folder: string; fill(): void; makeSpace(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder]);
  onTestFinished(() => {
    unmount(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      for (const piece of [1 << 20, 1 << 12, 1]) writeUntilFull(file, Buffer.alloc(piece));
      closeSync(file);
    },
    makeSpace: () => unlinkSync(filler),
  };
}

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
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
