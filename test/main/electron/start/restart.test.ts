import { expect, test } from 'vitest';
import { argsAgain, createRestart } from '../../../../src-main/electron/start/restart';

test.for<{ args: string[]; again: string[] }>([
  { args: [], again: [] },
  {
    args: ['/src/tocsin', '--no-sandbox', '--user-data-dir=/p'],
    again: ['/src/tocsin', '--no-sandbox', '--user-data-dir=/p'],
  },
  { args: ['--hidden', 'tocsin://inbox', '--verbose'], again: ['--verbose'] },
  { args: ['--provision=/f.json', '--verbose'], again: ['--verbose'] },
  { args: ['--provision', '/f.json', '--verbose'], again: ['--verbose'] },
  { args: ['--provision', '--verbose', '--restarted'], again: ['--verbose'] },
])('$args → $again', ({ args, again }) => {
  expect(argsAgain(args)).toEqual(again);
});

test.for<{ visible: boolean; argv: string[]; ofItself: boolean; started: string[] | null }>([
  { visible: true, argv: [], ofItself: false, started: [] },
  { visible: false, argv: [], ofItself: false, started: ['--hidden'] },
  { visible: false, argv: [], ofItself: true, started: ['--hidden', '--restarted'] },
  { visible: true, argv: [], ofItself: true, started: null },
  { visible: false, argv: ['--restarted'], ofItself: true, started: null },
  { visible: false, argv: ['--restarted'], ofItself: false, started: ['--hidden'] },
])('window $visible, of itself $ofItself, $argv → $started', ({ visible, argv, ofItself, started }) => {
  const done: unknown[] = [];
  const app = {
    relaunch: (options?: { args?: string[] }) => void done.push(options?.args),
    quit: () => void done.push('quit'),
    commandLine: { hasSwitch: () => false },
  };
  const appImage = undefined;
  createRestart({ app, argv: ['/usr/bin/tocsin', ...argv], appImage, isVisible: () => visible })({
    ofItself,
  });
  expect(done).toEqual(started === null ? [] : [started, 'quit']);
});

test('without a sandbox, as a developer’s root has it, the next start has none either', () => {
  const args: (readonly string[] | undefined)[] = [];
  const app = {
    relaunch: (options?: { args?: string[] }) => void args.push(options?.args),
    quit: () => undefined,
    commandLine: { hasSwitch: (name: string) => name === 'no-sandbox' },
  };
  const appImage = undefined;
  createRestart({ app, argv: ['/electron', '/src'], appImage, isVisible: () => true })({ ofItself: false });
  expect(args).toEqual([['--no-sandbox', '/src']]);
});

test('an AppImage starts its own file again on a click, and never by itself: its files go as it ends', () => {
  const done: unknown[] = [];
  const app = {
    relaunch: (options?: { execPath?: string; args?: string[] }) => void done.push(options),
    quit: () => void done.push('quit'),
    commandLine: { hasSwitch: () => false },
  };
  const restart = createRestart({
    app,
    argv: ['/tmp/.mount_x/tocsin', '--hidden'],
    appImage: '/home/me/Tocsin.AppImage',
    isVisible: () => false,
  });
  restart({ ofItself: true });
  expect(done).toEqual([]);
  restart({ ofItself: false });
  expect(done).toEqual([{ execPath: '/home/me/Tocsin.AppImage', args: ['--hidden'] }, 'quit']);
});
