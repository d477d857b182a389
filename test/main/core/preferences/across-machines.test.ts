import { expect, test } from 'vitest';
import type { Preferences } from '../../../../src-shared/preferences';
import {
  inboxesOf,
  resettle,
  type Inboxes,
  type InboxesHere,
} from '../../../../src-main/core/preferences/across-machines';
import { createCommands } from '../../../../src-main/core/commands';
import { createFakeClock } from '../../../support/fake-clock';
import { startTestApp } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';
import { LAB } from '../../../support/lab';

const LAB_URL = 'https://lab.example';

interface Here {
  readonly id: string;
  readonly baseUrl?: string;
  readonly name?: string;
  readonly kind?: 'inbox' | 'tenant';
  readonly user?: string;
}
const machine = (...all: readonly Here[]): InboxesHere => ({
  accounts: all.map(({ id, baseUrl = LAB_URL, name = 'Lab', kind = 'inbox' }) => ({
    id,
    baseUrl,
    name,
    kind,
  })),
  userOf: (id) => all.find((one) => one.id === id)?.user,
});
const silence = (account: string): Preferences['silences'][number] => ({
  id: 's1',
  what: { by: 'subject', account, subject: 'agent:4' },
  until: 9e14,
});
const ALL = { id: 's2', what: { by: 'type', type: 4 }, until: 9e14 } as const;
const FROM: Inboxes = { old1: { name: 'Lab', baseUrl: LAB_URL } };
const ofMary: Inboxes = { old1: { name: 'Lab', baseUrl: LAB_URL, user: 'mary' } };

test.for<{ what: string; from?: Inboxes; here: InboxesHere; /** An id, or why there is none. */ to: string }>(
  [
    {
      what: 'the one with its address',
      here: machine({ id: 'new1' }, { id: 'x', baseUrl: 'https://b.example' }),
      to: 'new1',
    },
    { what: 'a path is another address', here: machine({ id: 'new1', baseUrl: `${LAB_URL}/b` }), to: 'none' },
    { what: 'a tenant is no inbox', here: machine({ id: 'new1', kind: 'tenant' }), to: 'none' },
    { what: 'nothing here', here: machine(), to: 'none' },
    { what: 'the same machine', here: machine({ id: 'x' }, { id: 'old1', name: 'Renamed' }), to: 'old1' },
    { what: 'of two the one of its name', here: machine({ id: 'a', name: 'Other' }, { id: 'b' }), to: 'b' },
    { what: 'two of its name', here: machine({ id: 'a' }, { id: 'b' }), to: 'several' },
    {
      what: 'two, neither of its name',
      here: machine({ id: 'a', name: 'A' }, { id: 'b', name: 'B' }),
      to: 'several',
    },
    {
      what: 'its user before its name',
      from: ofMary,
      here: machine({ id: 'a' }, { id: 'b', name: 'B', user: 'mary' }),
      to: 'b',
    },
    {
      what: 'another user’s inbox is another',
      from: ofMary,
      here: machine({ id: 'a', user: 'john' }),
      to: 'none',
    },
    {
      what: 'a user who is not said here may be the same',
      from: ofMary,
      here: machine({ id: 'a' }),
      to: 'a',
    },
    { what: 'an old file, the same machine', from: {}, here: machine({ id: 'old1' }), to: 'old1' },
    { what: 'an old file, another machine', from: {}, here: machine({ id: 'new1' }), to: 'none' },
  ],
)('$what → $to', ({ from = FROM, here, to }) => {
  const given = {
    subjectNames: { 'old1/agent:4': 'Uplink', 'old1/task:a/b': 'Backup' },
    silences: [silence('old1'), ALL],
  };
  const own = { subjectNames: {}, silences: [] };
  const { left, ...settled } = resettle(given, from, here, own);
  if (to === 'none' || to === 'several') {
    const { name = null, baseUrl = null } = from['old1'] ?? {};
    expect(left).toEqual([{ name, baseUrl, why: to, names: 2, silences: 1 }]);
    expect(settled).toEqual({ subjectNames: {}, silences: [ALL] });
  } else {
    expect(left).toEqual([]);
    expect(settled).toEqual({
      subjectNames: { [`${to}/agent:4`]: 'Uplink', [`${to}/task:a/b`]: 'Backup' },
      silences: [silence(to), ALL],
    });
  }
});

test('names of accounts that the file does not speak of stay; of those it does, they become as there', () => {
  const here = machine({ id: 'new1' }, { id: 'mine', baseUrl: 'https://mine.example' });
  const own = {
    subjectNames: { 'mine/agent:1': 'Mine', 'new1/agent:9': 'Old', 'gone/agent:1': 'Gone' },
    silences: [],
  };
  const { subjectNames } = resettle(
    { subjectNames: { 'old1/agent:4': 'Uplink' }, silences: [] },
    FROM,
    here,
    own,
  );
  expect(subjectNames).toEqual({ 'mine/agent:1': 'Mine', 'new1/agent:4': 'Uplink' });
});

test('only inboxes that a name or a silence speaks of are written down, by address, name and user', () => {
  const here = machine({ id: 'a', user: 'mary' }, { id: 'b', name: 'B' }, { id: 'c' });
  expect(inboxesOf({ subjectNames: { 'a/agent:4': 'Uplink' }, silences: [silence('b'), ALL] }, here)).toEqual(
    {
      a: { name: 'Lab', baseUrl: LAB_URL, user: 'mary' },
      b: { name: 'B', baseUrl: LAB_URL },
    },
  );
});

test('from one machine to another: its names are found again, and none is lost without a word', async () => {
  const files: { text?: string } = {};
  const begin = async (name: string, baseUrl: string) => {
    const clock = createFakeClock();
    const random = name.length / 40; // another machine gives other ids
    const tested = startTestApp(
      { ...clock, random: () => random },
      {
        apis: { inbox: () => createFakeServer(clock), tenant: () => ({}) as never, forget: () => undefined },
        fileChooser: {
          save: (file, text) => ((files.text = text), Promise.resolve(file)),
          open: () => Promise.resolve({ name: 'theirs.json', text: files.text }),
        },
      },
    );
    await tested.app.start({ accounts: [{ ...LAB, name, baseUrl }] });
    const { id } = tested.app.accounts.all()[0]!;
    return { ...tested, id, commands: createCommands(tested.app) };
  };
  const one = await begin('Lab', LAB_URL);
  await one.commands.nameSubject({ account: one.id, subject: 'agent:4', name: 'Uplink' });
  await one.commands.preferencesExport({});
  expect(files.text).not.toContain(LAB.token);

  const other = await begin('Lab of mine', LAB_URL);
  expect(other.id).not.toBe(one.id);
  expect(await other.commands.preferencesImport({})).toMatchObject({ state: 'taken', left: [] });
  expect(other.app.preferences().subjectNames).toEqual({ [`${other.id}/agent:4`]: 'Uplink' });

  const third = await begin('Quite another', 'https://third.example');
  await third.commands.nameSubject({ account: third.id, subject: 'agent:1', name: 'Kept' });
  expect(await third.commands.preferencesImport({})).toMatchObject({
    taken: expect.not.arrayContaining(['subjectNames']) as unknown,
    left: [{ name: 'Lab', baseUrl: LAB_URL, why: 'none', names: 1, silences: 0 }],
  });
  expect(third.app.preferences().subjectNames).toEqual({ [`${third.id}/agent:1`]: 'Kept' });
  // The same file by `--provision`.
  await other.app.provision({ ...(JSON.parse(files.text!) as object) });
  expect(other.app.preferences().subjectNames).toEqual({ [`${other.id}/agent:4`]: 'Uplink' });
  await third.app.provision({ ...(JSON.parse(files.text!) as object) });
  expect(third.lines).toContain('provision · no account here for 1 names and 0 silences of Lab');
});
