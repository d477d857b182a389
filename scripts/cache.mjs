// The per-user cache folder of what the scripts download. Node built-ins only.
//   cacheFolder()          → its path, created
//   folderSize(folder)     → bytes below it, 0 when it is not there
//   inMegabytes(bytes)     → '12 MB'
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';

export function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'] || path.join(homedir() || userInfo().homedir, '.cache'); // HOME may be empty
  const folder = path.join(base, 'tocsin');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @param {string} folder */
export function folderSize(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) bytes += statSync(path.join(entry.parentPath, entry.name)).size;
    }
  } catch {
    // A file may be renamed between listing and looking: the next look counts it.
  }
  return bytes;
}

/** @param {number} bytes */
export const inMegabytes = (bytes) => `${Math.round(bytes / 1_000_000)} MB`;
