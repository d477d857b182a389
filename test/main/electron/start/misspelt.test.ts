import { expect, test } from 'vitest';
import { findMisspelt } from '../../../../src-main/electron/start/misspelt';

test.for([
  { given: '--statsu', meant: '--status', what: 'two letters in each other’s place' },
  { given: '--provison', meant: '--provision', what: 'one too few' },
  { given: '--hiddden', meant: '--hidden', what: 'one too many' },
  { given: '--verbise', meant: '--verbose', what: 'another one' },
  { given: '--user-data-dirs', meant: '--user-data-dir', what: 'one behind it' },
  { given: '--user_data-dir', meant: '--user-data-dir', what: 'another sign' },
])('$given: $what', ({ given, meant }) => {
  expect(findMisspelt([given])).toEqual({ given, meant });
  expect(findMisspelt(['--hidden', `${given}=/a/--status=b`])).toEqual({ given, meant });
});

test.for([
  ['--status'],
  ['--provision=/srv/--statsu.json'],
  ['--provision', 'statsu'],
  ['--headless', '--v=1', '--no-sandbox', '--enable-features=status', '--help-me'],
  ['--tatuss', '--sttaus-x', '--statxu', '--statsx', '--'],
  ['tocsin://inbox?q=--statsu', '-h'],
])('none of our business: %s', (args) => {
  expect(findMisspelt(args)).toBeUndefined();
});
