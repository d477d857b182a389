// The fuses of a packed executable, read back from it: electron-builder.yml asks for them, this is what came of it.
//   describeFuses(exe)  → { lines, wrong }: one line a fuse, and the names of those that differ from security's list
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** Every fuse that Electron 33 to 45 know, by its place on the wire. `undefined`: the runtime's own choice. */
const WANTED = /** @type {const} */ ({
  [FuseV1Options.RunAsNode]: ['RunAsNode', false],
  [FuseV1Options.EnableCookieEncryption]: ['EnableCookieEncryption', true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: ['EnableNodeOptionsEnvironmentVariable', false],
  [FuseV1Options.EnableNodeCliInspectArguments]: ['EnableNodeCliInspectArguments', false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ['EnableEmbeddedAsarIntegrityValidation', true],
  [FuseV1Options.OnlyLoadAppFromAsar]: ['OnlyLoadAppFromAsar', true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: ['LoadBrowserProcessSpecificV8Snapshot', false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: ['GrantFileProtocolExtraPrivileges', false],
  8: ['WasmTrapHandlers', undefined], // newer than @electron/fuses 1.8; speed, not safety
});

// As in the wire: '0', '1', and 'r' for a fuse that this Electron no longer has.
const STATES = /** @type {Readonly<Record<number, string>>} */ ({ 48: 'off', 49: 'on', 114: 'removed' });

/** @param {string} exe */
export async function describeFuses(exe) {
  const { version: _, ...wire } = await getCurrentFuseWire(exe);
  /** @type {string[]} */
  const wrong = [];
  const lines = Object.entries(wire).map(([place, code]) => {
    const [name, wanted] = Object.entries(WANTED).find(([at]) => at === place)?.[1] ?? [
      `fuse ${place}`,
      null,
    ];
    const state = STATES[Number(code)] ?? `unknown (${Number(code)})`;
    const isRight = wanted === undefined || state === 'removed' || state === (wanted ? 'on' : 'off');
    // One that nobody here has decided about is as wrong as one that differs.
    if (!isRight || wanted === null) wrong.push(name);
    return `${name.padEnd(38)} ${state}`;
  });
  return { lines, wrong };
}
