import { realpath, rename, writeFile } from 'node:fs/promises';

/**
 * Writes a small JSON file without anybody's waiting for it: in electron-store's form, 0600, replaced atomically. One write
 * at a time; of what comes meanwhile the latest is written. One that fails is lost.
 * @param replace tests hang it
 */
export function writeBehind(
  file: string,
  replace: (file: string, text: string) => Promise<void> = replaceFile,
): (value: Readonly<Record<string, unknown>>) => void {
  let next: string | undefined;
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (next !== undefined) {
      const text = next;
      next = undefined;
      await replace(file, text).catch(() => undefined);
    }
    isWriting = false;
  }

  return (value) => {
    next = JSON.stringify(value, undefined, '\t');
    if (!isWriting) void writeAll();
  };
}

async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file); // somebody's link to a file elsewhere stays a link
  await writeFile(`${target}.part`, text, { mode: 0o600, flush: true });
  await rename(`${target}.part`, target);
}
