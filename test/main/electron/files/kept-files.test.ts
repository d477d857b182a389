import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { createAccountsFile } from '../../../../src-main/electron/files/accounts-file';
import { createPreferencesFile } from '../../../../src-main/electron/files/preferences-file';

import { createWindowFile } from '../../../../src-main/electron/window/window-file';
import { createFakeFile, createFakeLog } from '../support/fakes';
import { CORRUPT, storeFolder } from '../support/store-folder';

const { at, log, mode, open } = storeFolder();

const account: Account = {
  id: 'abcd1234',
  kind: 'inbox',
  name: 'Lab Warsaw',
  baseUrl: 'https://nettest.example.org',
  scheme: 'Token',
  allowHttp: false,
};

describe('accounts', () => {
  test('come back as they were written', () => {
    createAccountsFile(open()).write([account]);
    expect(createAccountsFile(open()).read()).toEqual([account]);
  });

  test.for([
    { what: 'another kind', broken: { ...account, kind: 'mailbox' } },
    { what: 'no name', broken: { ...account, name: ' ' } },
    { what: 'an id that is a path', broken: { ...account, id: '../../etc' } },
    { what: 'no object', broken: 7 },
  ])('one with $what costs only itself, and a copy is kept', ({ broken }) => {
    writeFileSync(at('accounts.json'), JSON.stringify({ accounts: [broken, account] }));
    const file = createAccountsFile(open());
    expect([file.read(), file.damaged?.()]).toEqual([[account], at(CORRUPT)]);
    expect(JSON.parse(readFileSync(at(CORRUPT), 'utf8'))).toEqual({ accounts: [broken, account] });
    expect([mode(CORRUPT), log.lines[0]]).toEqual(['600', expect.stringContaining('account 1') as unknown]);
  });

  test('that are no list', () => {
    const file = createFakeFile({ accounts: 'none' });
    const accounts = createAccountsFile(file);
    expect([accounts.damaged?.(), accounts.read(), accounts.damaged?.()]).toEqual([undefined, [], 'a copy']);
    expect(file.copies).toHaveLength(1);
  });
});

describe('preferences', () => {
  test('come back as they were written', () => {
    const preferences = {
      ...defaultPreferences,
      pollSeconds: 60,
      subjectNames: { 'a/agent:4': 'Gdańsk uplink' },
    };
    createPreferencesFile(open('preferences'), log).write(preferences);
    expect(createPreferencesFile(open('preferences'), log).read()).toEqual(preferences);
    expect(log.lines).toEqual([]);
  });

  test('an unknown name is that of a newer version: nothing is said of it', () => {
    const lines = createFakeLog();
    createPreferencesFile(createFakeFile({ fromTomorrow: 5 }), lines).read();
    expect(lines.lines).toEqual([]);
  });

  test('what was wrong is told by name', () => {
    const lines = createFakeLog();
    createPreferencesFile(createFakeFile({ pollSeconds: 5 }), lines).read();
    expect(lines.lines).toEqual(['file · preferences.json: the default is used for pollSeconds']);
  });
});

describe('where the window was', () => {
  const bounds = { x: 10, y: -5, width: 1000, height: 700, maximized: true };
  test('comes back', () => {
    const file = createWindowFile(createFakeFile());
    file.write(bounds);
    expect(file.read()).toEqual(bounds);
  });
  test.for([
    {},
    { ...bounds, x: '1' },
    { ...bounds, width: 0 },
    { ...bounds, width: 1e9 },
    { ...bounds, height: 1e9 },
    { ...bounds, x: 1.5 },
  ])('%o is nothing', (given) => {
    expect(createWindowFile(createFakeFile(given)).read()).toBeUndefined();
  });
});
