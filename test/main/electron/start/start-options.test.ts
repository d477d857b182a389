import { expect, test } from 'vitest';
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
