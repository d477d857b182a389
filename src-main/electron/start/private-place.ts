import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where two starts of one user talk: a socket in a folder of its own (0700), or a pipe with a name that nobody guesses. */
export interface PrivatePlace {
  readonly path: string;
  /** Keeps out whoever else might find the path: 32 hexadecimal digits. */
  readonly nonce: string;
  remove(): void;
}

/** @param use a word for the name, such as `status` */
export function privatePlace(use: string): PrivatePlace {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
  // Windows has no socket files; its pipes live in a name space of their own.
  if (process.platform === 'win32')
    return { path: `\\\\.\\pipe\\tocsin-${use}-${nonce}`, nonce, remove() {} };
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-'));
  return {
    path: path.join(folder, use),
    nonce,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
