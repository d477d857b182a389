import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every form in which a secret could hide in a file. */
const formsOf = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2)),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(encodeURIComponent(secret)),
  Buffer.from(secret.split('').toReversed().join('')),
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Files that hold one of the secrets, in any form. */
export const leaks = (folder: string, secrets: readonly string[]): string[] =>
  filesBelow(folder).filter((file) => {
    const content = readFileSync(file);
    return secrets.flatMap(formsOf).some((form) => content.includes(form));
  });

/** Command lines and environments of the machine's processes that hold the text. */
export function processesWith(text: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const lists = pids.flatMap((pid) => ['cmdline', 'environ'].map((name) => `/proc/${pid}/${name}`));
  const read = (file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch {
      return Buffer.alloc(0); // it ended meanwhile
    }
  };
  return lists.filter((file) => read(file).includes(text));
}
