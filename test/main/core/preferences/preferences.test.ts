import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_LOCKS } from '../../../../src-shared/app-state';
import { AppError } from '../../../../src-shared/app-error';
import { defaultPreferences, type Preferences } from '../../../../src-shared/preferences';
import { createPreferences, type LockFile } from '../../../../src-main/core/preferences/preferences';
import type { InboxesHere } from '../../../../src-main/core/preferences/across-machines';
import { createTransfer } from '../../../../src-main/core/preferences/transfer';
import { anyPreferences } from '../../../support/any-preferences';

const LOCKED: LockFile = {
  locks: {
    file: '/etc/tocsin/preferences.json',
    names: ['pollSeconds', 'theme'],
    refused: [],
    problem: null,
  },
  values: { pollSeconds: 120, theme: 'light' },
};

function service(given: Partial<Preferences> = {}, locked: LockFile = { locks: NO_LOCKS, values: {} }) {
  const lines: string[] = [];
  const disk = { kept: { ...defaultPreferences, ...given }, refuses: false };
  const preferences = createPreferences({
    file: {
      read: () => disk.kept,
      write: (next) => {
        if (disk.refuses) throw new Error('full');
        disk.kept = next;
      },
    },
    locked,
    log: { event: (event, text) => void lines.push(`${event} · ${text}`), bug: () => undefined },
  });
  return { preferences, disk, lines };
}

const here = (ids: readonly string[]): InboxesHere => ({
  accounts: ids.map((id) => ({ id, kind: 'inbox', name: `Lab ${id}`, baseUrl: `https://${id}.example` })),
  userOf: () => undefined,
});

/** Export, and import of a file with this text, on a machine with these accounts. */
function transfer(
  given: ReturnType<typeof service>['preferences'],
  text?: string,
  ids: readonly string[] = ['a'],
) {
  const written: string[] = [];
  const moves = createTransfer(
    given,
    {
      save: (name, what) => {
        written.push(what);
        return Promise.resolve(name);
      },
      open: () => Promise.resolve({ name: 'given.json', text: text ?? written.at(-1) }),
    },
    () => here(ids),
  );
  return { ...moves, written };
}

const kindOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof AppError ? error.failure.kind : String(error);
  }
  return undefined;
};

test('a change tells what moved; the same value again is no change', () => {
  const { preferences, disk } = service();
  expect(preferences.change({ pollSeconds: 60, theme: 'system' })).toEqual(['pollSeconds']);
  expect(preferences.change({ pollSeconds: 60 })).toEqual([]);
  expect([preferences.now().pollSeconds, disk.kept.pollSeconds]).toEqual([60, 60]);
});

test('what the disk refuses is not in force', () => {
  const { preferences, disk } = service();
  disk.refuses = true;
  expect(() => preferences.change({ pollSeconds: 60 })).toThrow('full');
  expect(preferences.now()).toEqual(defaultPreferences);
});

test('what is locked stands above the file, which keeps its own', () => {
  const { preferences, disk } = service({ pollSeconds: 60, theme: 'dark' }, LOCKED);
  expect(preferences.now()).toMatchObject({ pollSeconds: 120, theme: 'light' });
  preferences.change({ density: 'compact' });
  expect(disk.kept).toMatchObject({ pollSeconds: 60, theme: 'dark', density: 'compact' });
});

test('a change that names a locked one is refused as a whole', () => {
  const { preferences, disk } = service({}, LOCKED);
  expect(kindOf(() => preferences.change({ density: 'compact', theme: 'dark' }))).toBe('locked');
  expect([disk.kept, preferences.now().density]).toEqual([defaultPreferences, 'comfortable']);
});

test('of a provision only what is free is taken, and the log says so', () => {
  const { preferences, disk, lines } = service({}, LOCKED);
  expect(preferences.provision({ density: 'compact', theme: 'dark' })).toEqual(['density']);
  expect(disk.kept).toMatchObject({ density: 'compact', theme: 'system' });
  expect(lines).toEqual(['provision · locked by /etc/tocsin/preferences.json: theme']);
});

test('a reset leaves locked ones alone, and is taken back', () => {
  const own = { pollSeconds: 60, density: 'compact', escalate: true } as const;
  const { preferences, disk } = service(own, LOCKED);
  const { act, names } = preferences.reset(null);
  expect(names).toEqual(['escalate', 'density']);
  expect(disk.kept).toEqual({ ...defaultPreferences, pollSeconds: 60 });
  preferences.change({ language: 'pl' });
  expect(preferences.undo(act)).toEqual(['escalate', 'density']);
  expect(disk.kept).toEqual({ ...defaultPreferences, ...own, language: 'pl' });
});

test('only the last act is taken back, and once', () => {
  const { preferences } = service({ pollSeconds: 60, density: 'compact' });
  const first = preferences.reset(['pollSeconds']);
  const second = preferences.reset(['density']);
  expect(kindOf(() => preferences.undo(first.act))).toBe('gone');
  expect(preferences.undo(second.act)).toEqual(['density']);
  expect(kindOf(() => preferences.undo(second.act))).toBe('gone');
});

test('any change, reset and Undo: the user’s own and the locked never mix', () => {
  fc.assert(
    fc.property(anyPreferences, anyPreferences, (own, change) => {
      const { preferences, disk } = service(own, LOCKED);
      const { pollSeconds: _, theme: __, ...free } = change;
      preferences.change(free);
      const before = disk.kept;
      const { act } = preferences.reset(null);
      expect(disk.kept).toEqual({ ...defaultPreferences, pollSeconds: own.pollSeconds, theme: own.theme });
      preferences.undo(act);
      expect(disk.kept).toEqual(before);
      expect(preferences.now()).toEqual({ ...before, ...LOCKED.values });
    }),
  );
});

test('export → import is identity, whatever was there', async () => {
  await fc.assert(
    fc.asyncProperty(anyPreferences, anyPreferences, async (one, other) => {
      const ids = [...new Set(Object.keys(one.subjectNames).map((key) => key.split('/')[0]!))];
      const from = transfer(service(one).preferences, undefined, ids);
      await from.export();
      const { preferences, disk } = service(other);
      const imported = await transfer(preferences, from.written[0], ids).import();
      expect(imported).toMatchObject({ state: 'taken', refused: [], locked: [], left: [] });
      expect(disk.kept).toEqual(one);
    }),
  );
});

test('an export has the user’s own under a lock, names, and no account of which it says nothing', async () => {
  const subjectNames = { 'lab1/agent:4': 'Gdańsk uplink' };
  const { preferences } = service({ pollSeconds: 60, subjectNames }, LOCKED);
  const out = transfer(preferences);
  expect(await out.export()).toBe('tocsin-preferences.json');
  const file = JSON.parse(out.written[0]!) as { preferences: object };
  expect(Object.keys(file)).toEqual(['preferences']);
  expect(file.preferences).toEqual({ ...defaultPreferences, pollSeconds: 60, subjectNames });
});

test('an import takes what is good, names the rest, and is taken back as one', async () => {
  const { preferences, disk } = service({ density: 'compact', subjectNames: { 'a/task:1': 'Old' } }, LOCKED);
  const before = disk.kept;
  const text = JSON.stringify({
    preferences: {
      pollSeconds: 60,
      theme: 'purple',
      density: 'compact',
      language: 'ro',
      subjectNames: { 'a/agent:4': 'Uplink', 'a/agent:5': 7 },
      volume: 11,
    },
  });
  const imported = await transfer(preferences, text).import();
  expect(imported).toEqual({
    state: 'taken',
    file: 'given.json',
    taken: ['language', 'density', 'subjectNames'],
    locked: ['pollSeconds'],
    refused: [
      { field: 'theme', why: 'value' },
      { field: 'subjectNames.a/agent:5', why: 'value' },
      { field: 'volume', why: 'unknown' },
    ],
    left: [],
    act: { act: expect.any(String) as unknown, names: ['language', 'subjectNames'] },
  });
  expect(disk.kept).toEqual({ ...before, language: 'ro', subjectNames: { 'a/agent:4': 'Uplink' } });
  if (imported.state === 'taken') preferences.undo(imported.act.act);
  expect(disk.kept).toEqual(before);
});

test.for([
  { text: '', why: 'json' },
  { text: '{"preferences": {', why: 'json' },
  { text: '7', why: 'shape' },
  { text: '[]', why: 'shape' },
  { text: '{"pollSeconds": 60}', why: 'shape' },
  { text: '{"preferences": [60]}', why: 'shape' },
])('$text is no file of preferences: $why', async ({ text, why }) => {
  const { preferences, disk } = service({ pollSeconds: 90 });
  const before = disk.kept;
  expect(await transfer(preferences, text).import()).toEqual({ state: 'not-ours', file: 'given.json', why });
  expect(disk.kept).toBe(before);
});

test('nothing chosen, or a file that is too large', async () => {
  const { preferences } = service();
  const none = createTransfer(
    preferences,
    {
      save: () => Promise.resolve(undefined),
      open: () => Promise.resolve(undefined),
    },
    () => here([]),
  );
  expect([await none.export(), await none.import()]).toEqual([null, { state: 'cancelled' }]);
  const large = createTransfer(
    preferences,
    {
      save: () => Promise.resolve(undefined),
      open: () => Promise.resolve({ name: 'dump.json', text: undefined }),
    },
    () => here([]),
  );
  expect(await large.import()).toEqual({ state: 'not-ours', file: 'dump.json', why: 'too-large' });
});
