import { statSync } from 'node:fs';

/**
 * Which file stands at this path, by device and inode; `undefined`: none, or it cannot be told. A disk that was taken
 * away and is back has another, while a file that is open stays the one of before and refuses every write.
 */
export function fileAt(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
