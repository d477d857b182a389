// A message bus of one's own, without activation.
//   startBusDaemon(children, socket)  → its address once it listens
import { fileURLToPath } from 'node:url';
import { findProgram } from '../processes.mjs';

const CONFIG = fileURLToPath(new URL('bare-bus.conf', import.meta.url));

/**
 * @param {ReturnType<typeof import('./children.mjs').createChildren>} children
 * @param {string} socket path, at most about 100 characters (sun_path)
 * @returns {Promise<string>}
 */
export function startBusDaemon(children, socket) {
  const args = [
    '--nofork',
    '--nopidfile',
    '--print-address=1',
    `--config-file=${CONFIG}`,
    `--address=unix:path=${socket}`,
  ];
  const daemon = children.start(findProgram('dbus-daemon') ?? 'dbus-daemon', args, { pipes: ['out'] });
  return new Promise((resolve, reject) => {
    daemon.stdout?.once('data', (/** @type {Buffer} */ chunk) => resolve(chunk.toString().trim()));
    daemon.once('error', reject);
    daemon.once('exit', () => reject(new Error('dbus-daemon ended at once')));
  });
}
