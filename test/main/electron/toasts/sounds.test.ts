import { EventEmitter } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SpawnOptions } from 'node:child_process';
import { createAskDisk, type AskDisk } from '../../../../src-main/electron/files/ask-disk';
import { createSounds } from '../../../../src-main/electron/toasts/sounds';
import { drawSound } from '../../../../src-main/electron/toasts/sound-wave';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeLog } from '../support/fakes';

const LOOKS = ['critical', 'major', 'warning', 'info', 'recovered'] as const;
const samplesOf = (file: Buffer): number[] =>
  Array.from({ length: (file.length - 44) / 2 }, (_, index) => file.readInt16LE(44 + index * 2));
const loudest = (file: Buffer): number => Math.max(...samplesOf(file).map(Math.abs));

describe('the sounds themselves', () => {
  test.for(LOOKS)('%s: a whole WAV file, short, small, soft at both ends', (look) => {
    const file = drawSound(look, 100);
    expect(file.length).toBeLessThanOrEqual(40_000);
    expect([file.toString('latin1', 0, 4), file.readUInt32LE(4) + 8]).toEqual(['RIFF', file.length]);
    expect([file.toString('latin1', 8, 16), file.readUInt32LE(40) + 44]).toEqual(['WAVEfmt ', file.length]);
    const samples = samplesOf(file);
    expect(samples.length / file.readUInt32LE(24)).toBeLessThan(0.9);
    expect([samples[0], Math.abs(samples.at(-1)!) < 50]).toEqual([0, true]);
    expect(loudest(file)).toBe(Math.round(0.8 * 32_767));
  });

  test('five that differ, each the same at every drawing', () => {
    const hash = (look: (typeof LOOKS)[number]): string =>
      createHash('sha256').update(drawSound(look, 60)).digest('hex');
    expect(new Set(LOOKS.map(hash)).size).toBe(LOOKS.length);
    expect(LOOKS.map(hash)).toEqual(LOOKS.map(hash));
  });

  test.for([
    { volume: 100, of: 1 },
    { volume: 50, of: 0.25 },
    { volume: 1, of: 0.0001 },
    { volume: 0, of: 0 },
  ])('at volume $volume: $of of the loudest', ({ volume, of }) => {
    expect(loudest(drawSound('major', volume))).toBeCloseTo(0.8 * 32_767 * of, -1);
  });
});

describe('the player', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'tocsin sounds-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  interface Run {
    readonly program: string;
    readonly args: readonly string[];
    readonly options: SpawnOptions;
  }

  /** `ends`: by program how it ends, `null`: never by itself. */
  function setUp({
    platform = 'linux' as NodeJS.Platform,
    ends = {} as Readonly<Record<string, number | 'error' | null>>,
    env = {} as NodeJS.ProcessEnv,
    askDisk = undefined as AskDisk | undefined,
  } = {}) {
    const runs: Run[] = [];
    const killed: string[] = [];
    const clock = createFakeClock();
    const log = createFakeLog();
    const sounds = createSounds({
      folder,
      version: '1.2.3',
      platform,
      env,
      exists: (program) => Object.hasOwn(ends, program),
      spawn: (program, args, options) => {
        runs.push({ program, args, options });
        const child = Object.assign(new EventEmitter(), {
          unref: () => undefined,
          kill: () => {
            killed.push(program);
            child.emit('exit', null);
          },
        });
        const end = ends[program];
        if (end === 'error') queueMicrotask(() => child.emit('error', new Error('no such file')));
        else if (end !== null) queueMicrotask(() => child.emit('exit', end));
        return child as never;
      },
      clock,
      askDisk: askDisk ?? createAskDisk(clock),
      log,
    });
    return { ...sounds, runs, killed, clock, log };
  }
  const MAJOR = { look: 'major', volume: 60 } as const;

  test.for([
    { platform: 'linux', program: '/usr/bin/pw-play', args: (file: string) => [file] },
    { platform: 'linux', program: '/usr/bin/paplay', args: (file: string) => [file] },
    { platform: 'linux', program: '/usr/bin/aplay', args: (file: string) => ['-q', file] },
    { platform: 'darwin', program: '/usr/bin/afplay', args: (file: string) => [file] },
    {
      platform: 'win32',
      program: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      args: () => [
        '-NoProfile',
        '-NonInteractive',
        '-Command',
        '(New-Object Media.SoundPlayer $env:TOCSIN_SOUND).PlaySync()',
      ],
    },
  ] as const)('$platform: $program, by its whole path, with nothing of ours but the file', async (given) => {
    const { platform, program, args } = given;
    const env = { XDG_RUNTIME_DIR: '/run/user/7', TOKEN: 'secret', PATH: '/tmp/evil' };
    const { play, fileOf, runs } = setUp({ platform, ends: { [program]: 0 }, env });
    expect(await play(MAJOR)).toBe('played');
    const file = (await fileOf(MAJOR))!;
    expect(runs).toEqual([
      {
        program,
        args: args(file),
        options: {
          stdio: 'ignore',
          windowsHide: true,
          env: { XDG_RUNTIME_DIR: '/run/user/7', TOCSIN_SOUND: file },
        },
      },
    ]);
    expect(readFileSync(file)).toEqual(drawSound('major', 60));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('one that finds no sound service: the next one’s turn, from then on first', async () => {
    const ends = { '/usr/bin/pw-play': 1, '/usr/bin/paplay': 'error', '/usr/bin/aplay': 0 } as const;
    const { play, runs } = setUp({ ends });
    expect([await play(MAJOR), await play(MAJOR)]).toEqual(['played', 'played']);
    expect(runs.map(({ program }) => program)).toEqual([
      '/usr/bin/pw-play',
      '/usr/bin/paplay',
      '/usr/bin/aplay',
      '/usr/bin/aplay',
    ]);
  });

  test('none installed, and none that works', async () => {
    expect(await setUp().play(MAJOR)).toBe('no-player');
    const { play, log } = setUp({ ends: { '/usr/bin/aplay': 1 } });
    expect(await play(MAJOR)).toBe('failed');
    expect(log.lines).toEqual(['sound not played · /usr/bin/aplay']);
  });

  test('one that hangs is ended after 5 s', async () => {
    const { play, clock, runs, killed } = setUp({ ends: { '/usr/bin/aplay': null } });
    const outcome = play(MAJOR);
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    await clock.pass(4999);
    expect(killed).toEqual([]);
    await clock.pass(1);
    expect([await outcome, killed, clock.timers()]).toEqual(['failed', ['/usr/bin/aplay'], 0]);
  });

  test('a file a level, of the volume that is set; others of it go', async () => {
    const { fileOf } = setUp();
    for (const volume of [60, 61, 61]) await fileOf({ look: 'major', volume });
    await fileOf({ look: 'info', volume: 5 });
    expect(readdirSync(path.join(folder, 'sounds')).toSorted()).toEqual([
      '1.2.3-info-5.wav',
      '1.2.3-major-61.wav',
    ]);
  });

  test('a folder that cannot be written: said, and nothing is started', async () => {
    writeFileSync(path.join(folder, 'sounds'), 'in the way');
    const { play, runs, log } = setUp({ ends: { '/usr/bin/aplay': 0 } });
    expect([await play(MAJOR), runs]).toEqual(['failed', []]);
    expect(log.lines).toEqual([expect.stringMatching(/^sound not kept · Error: (EEXIST|ENOTDIR)/)]);
  });

  test('a disk that does not answer in time: said, and nothing is started', async () => {
    const askDisk = () => Promise.resolve(undefined);
    const { play, runs, log } = setUp({ ends: { '/usr/bin/aplay': 0 }, askDisk });
    expect([await play(MAJOR), runs]).toEqual(['failed', []]);
    expect(log.lines).toEqual(['sound not kept · the disk does not answer']);
    expect(readdirSync(folder)).toEqual([]);
  });
});
