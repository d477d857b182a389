import { expect, test } from 'vitest';
import { helpText } from '../../../../src-main/electron/start/help-text';
import { cliWordsOf } from '../../../../src-shared/messages/cli-words';
import { readStartOptions } from '../../../../src-main/electron/start/start-options';

test.for<{ args: string[]; says: 'help' | 'version' | undefined }>([
  { args: ['--help'], says: 'help' },
  { args: ['--hidden', '-h'], says: 'help' },
  { args: ['--version'], says: 'version' },
  { args: ['--version', '--help'], says: 'help' },
  { args: ['--status', '--hidden', '--helpful'], says: undefined },
])('$args says $says', ({ args, says }) => {
  expect(readStartOptions(args, '/').says).toBe(says);
});

test.for(['en', 'pl', 'ro'] as const)(
  '%s: the help names every switch, and its second column is one',
  (language) => {
    const lines = helpText(cliWordsOf(language)).split('\n');
    const rows = lines.filter((line) => line.startsWith('  '));
    expect(rows.map((line) => /\S+/.exec(line)![0].split('=')[0])).toEqual([
      '--hidden',
      '--status',
      '--provision',
      '--user-data-dir',
      '--verbose',
      '--version',
      'tocsin://…',
    ]);
    expect(
      new Set(rows.map((line) => /\S {2,}(?=\S)/.exec(line)!.index + /\S {2,}(?=\S)/.exec(line)![0].length))
        .size,
    ).toBe(1);
  },
);
