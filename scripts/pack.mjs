// npm run pack [-- --all | TARGET …]: sets up, builds, packs the app into release/. What is made: docs/packaging.md.
//   without anything  release/linux-unpacked (win-unpacked, mac): the app as a folder
//   --all             what can be made here without a download (Debian: .deb and .tar.gz) or, elsewhere, the default
//   TARGET …          electron-builder's own names: AppImage, rpm, snap, flatpak, nsis, dmg …; some download their tools
import { readOptions } from './options.mjs';
import { findProgram, giveUp, say, wordsOf } from './processes.mjs';
import { setUp } from './setup.mjs';

const { values, positionals } = readOptions({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const runtime = await setUp().catch((error) => giveUp(wordsOf(error)));
// Only now: these need the installed modules.
const { pack } = await import('./pack/package.mjs');
const { describeFuses } = await import('./pack/fuses.mjs');
const { describeContents } = await import('./pack/contents.mjs');

const targets = positionals.length > 0 ? positionals : values.all ? possibleTargets() : ['dir'];
const made = await pack(runtime, targets).catch((error) => giveUp(wordsOf(error)));
const fuses = await describeFuses(made.exe);
process.stdout.write(`${describeContents(made)}\n\n${fuses.lines.join('\n')}\n`);
if (fuses.wrong.length > 0) giveUp(`these fuses are not as they must be: ${fuses.wrong.join(', ')}`);
if (runtime.kind === 'fallback')
  say(`made from the fallback Electron ${runtime.version}: for trying only, not for people`);

/** What can be made here as it is; says what is left out. */
function possibleTargets() {
  if (process.platform === 'win32') return ['nsis'];
  if (process.platform === 'darwin') return ['dmg'];
  const zip = Boolean(findProgram('7za'));
  const deb = Boolean(findProgram('dpkg-deb') && findProgram('xz'));
  if (!zip) say('no .tar.gz: it takes 7za (Debian: p7zip-full)');
  if (!deb) say('no .deb: it takes dpkg-deb and xz');
  say('AppImage, snap and flatpak need downloads: name them to have them made (npm run pack -- AppImage)');
  return ['dir', ...(zip ? ['tar.gz'] : []), ...(deb ? ['deb'] : [])];
}
