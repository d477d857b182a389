import { closeSync, openSync, readSync } from 'node:fs';
import type { Messages } from '../../../src-shared/messages/en/en';
import { readProvision, type Provision } from '../../core/preferences/provision';

export type ProvisionFile =
  | { readonly ok: true; readonly provision: Provision; readonly text: string }
  /** Lines for stderr; none holds a value of the file, which may be a token. */
  | { readonly ok: false; readonly lines: readonly string[] };

/** Bytes; some thousand accounts. */
const MOST = 4 * 1024 * 1024;

/** Also of a pipe, `--provision=<(…)`, whose length nobody knows before its end; a device that never ends has none. */
function readText(file: string): string {
  const bytes = Buffer.alloc(MOST + 1);
  const from = openSync(file, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(from, bytes, length, bytes.length - length, null);
    if (length > MOST) throw Object.assign(new Error('too long'), { code: 'EFBIG' });
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(from);
  }
}

/**
 * Reads and checks the whole file before anything of it is used.
 * @param handed what another start has read of it already
 */
export function readProvisionFile(
  file: string,
  { cli }: Pick<Messages, 'cli'>,
  handed?: string,
): ProvisionFile {
  if (file === '') return { ok: false, lines: [cli.provisionNeedsFile] };
  let text: string;
  try {
    // Notepad and PowerShell begin a file with a byte order mark.
    text = (handed ?? readText(file)).replace(/^\uFEFF/, '');
  } catch (error) {
    return {
      ok: false,
      lines: [cli.provisionFile(file, (error as NodeJS.ErrnoException).code ?? 'unreadable')],
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, lines: [cli.provisionJson(file)] };
  }
  const read = readProvision(value, cli.loopbackOnly);
  if (read.ok) return { ...read, text };
  return {
    ok: false,
    lines: [...read.problems.map(({ field, why }) => cli.provisionField(field, why)), cli.provisionNothing],
  };
}
