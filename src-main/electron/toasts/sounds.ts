import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, Log, PlayOutcome, Sound, Sounds } from '../../core/ports';
import { isThere, type AskDisk } from '../files/ask-disk';
import { drawSound } from './sound-wave';

/** A player that is not done by then is ended: none of the sounds is longer than a second. ms */
const LONGEST_MS = 5000;

interface Player {
  readonly program: string;
  readonly args: (file: string) => readonly string[];
}

/** By their whole path: what a search path finds may be anybody's. */
const PLAYERS: { readonly [platform: string]: readonly Player[] } = {
  linux: [
    { program: '/usr/bin/pw-play', args: (file) => [file] },
    { program: '/usr/bin/paplay', args: (file) => [file] },
    { program: '/usr/bin/aplay', args: (file) => ['-q', file] },
  ],
  darwin: [{ program: '/usr/bin/afplay', args: (file) => [file] }],
};
/** What players need to find the sound service of this session, and nothing more of ours. */
const ENVIRONMENT = [
  'HOME',
  'LANG',
  'XDG_RUNTIME_DIR',
  'PULSE_SERVER',
  'PULSE_COOKIE',
  'PIPEWIRE_REMOTE',
  'SystemRoot',
];

export interface SoundsDeps {
  /** userData */
  readonly folder: string;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly exists: (program: string) => boolean;
  readonly spawn: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
  readonly clock: Pick<Clock, 'after'>;
  readonly askDisk: AskDisk;
  readonly log: Pick<Log, 'event'>;
}

/** `fileOf`: `undefined` where it cannot be kept, or the disk does not answer in time. */
export interface SoundFiles extends Sounds {
  fileOf(sound: Sound): Promise<string | undefined>;
}

/**
 * Plays by a program of the system, which is gone when the sound is. Chromium would take a page of 135 MB and leave its
 * audio process (63 MB) running for good.
 */
export function createSounds(deps: SoundsDeps): SoundFiles {
  const { folder, version, platform, exists, askDisk, log } = deps;
  const players = (platform === 'win32' ? windowsPlayers(deps.env) : (PLAYERS[platform] ?? [])).filter(
    ({ program }) => exists(program),
  );
  const env = Object.fromEntries(
    ENVIRONMENT.flatMap((name) => (deps.env[name] === undefined ? [] : [[name, deps.env[name]]])),
  );
  let works: Player | undefined;

  async function keep({ look, volume }: Sound): Promise<string | null> {
    const kept = path.join(folder, 'sounds');
    const name = `${version}-${look}-${volume}.wav`;
    const file = path.join(kept, name);
    try {
      if (await isThere(file)) return file;
      await mkdir(kept, { recursive: true });
      // Of other volumes and versions nobody asks any more.
      for (const old of await readdir(kept)) if (old.includes(`-${look}-`)) await rm(path.join(kept, old));
      await writeFile(`${file}.part`, drawSound(look, volume), { mode: 0o600 });
      await rename(`${file}.part`, file);
      return file;
    } catch (error) {
      log.event('sound not kept', String(error));
      return null;
    }
  }

  async function fileOf(sound: Sound): Promise<string | undefined> {
    const file = await askDisk(() => keep(sound));
    if (file === undefined) log.event('sound not kept', 'the disk does not answer');
    return file ?? undefined;
  }

  async function play(sound: Sound): Promise<PlayOutcome> {
    if (players.length === 0) return 'no-player';
    const file = await fileOf(sound);
    if (file === undefined) return 'failed';
    // One may be installed and find no service of its own: then it is the next one's turn, from now on.
    for (const player of works ? [works, ...players.filter((one) => one !== works)] : players)
      if (await run(player, file, deps, env)) {
        works = player;
        return 'played';
      }
    log.event('sound not played', players.map(({ program }) => program).join(', '));
    return 'failed';
  }

  return { fileOf, play };
}

/** With what this system has. */
export const createSystemSounds = (
  parts: Pick<SoundsDeps, 'folder' | 'version' | 'clock' | 'askDisk' | 'log'>,
) => createSounds({ ...parts, platform: process.platform, env: process.env, exists: existsSync, spawn });

/** @returns whether it ended well; never rejects */
function run(
  { program, args }: Player,
  file: string,
  { spawn: start, clock }: Pick<SoundsDeps, 'spawn' | 'clock'>,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = start(program, args(file), {
      stdio: 'ignore',
      windowsHide: true,
      env: { ...env, TOCSIN_SOUND: file },
    });
    const cancel = clock.after(LONGEST_MS, () => child.kill());
    const end = (well: boolean): void => (cancel(), resolve(well));
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
    child.unref(); // quitting does not wait for it
  });
}

/** The file's path comes to the script from outside it: a part of the script it would be read as one. */
function windowsPlayers({ SystemRoot = 'C:\\Windows' }: NodeJS.ProcessEnv): readonly Player[] {
  const program = `${SystemRoot}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const script = '(New-Object Media.SoundPlayer $env:TOCSIN_SOUND).PlaySync()';
  return [{ program, args: () => ['-NoProfile', '-NonInteractive', '-Command', script] }];
}
