import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { findSettings } from '../../src-renderer/preferences/find-settings';
import { SETTINGS } from '../../src-renderer/preferences/registry';
import { SECTIONS } from '../../src-renderer/preferences/setting';
import type { Language } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../support/words';
import { defaultPreferences, PREFERENCE_NAMES } from '../../src-shared/preferences';
import { bad, ok } from './fake-bridge';
import { button, openPreferences } from './show';
import { aState } from './world';

const row = (name: string): HTMLElement => screen.getByRole('group', { name });
const labels = (): (string | null)[] =>
  screen.getAllByRole('group').map((one) => one.querySelector('label')?.textContent ?? null);

/** By itself, or by the fieldset that it stands in. */
const isDisabled = (control: HTMLElement): boolean =>
  control.matches(':disabled') || control.closest('fieldset[disabled]') !== null;

describe('the registry', () => {
  test('has a row for every preference, and one only', () => {
    const named = SETTINGS.flatMap(({ names }) => names);
    expect(named.toSorted()).toEqual(PREFERENCE_NAMES.toSorted());
  });

  test('has every id once, and something in each section', () => {
    expect(new Set(SETTINGS.map(({ id }) => id)).size).toBe(SETTINGS.length);
    expect(new Set(SETTINGS.map(({ section }) => section))).toEqual(new Set(SECTIONS));
  });

  test.for(['en', 'pl', 'ro'] as const)('says in %s what each does', (language) => {
    const { messages } = wordsOf(language);
    for (const { id, text } of SETTINGS) {
      const { label, hint } = text(messages, defaultPreferences);
      expect([id, label !== '', hint !== '']).toEqual([id, true, true]);
    }
  });
});

test.for<{ language: Language; query: string; finds: string[] }>([
  { language: 'en', query: '', finds: SETTINGS.map(({ id }) => id) },
  { language: 'en', query: 'dark', finds: ['theme'] },
  { language: 'en', query: 'AUTOSTART', finds: ['start'] },
  { language: 'en', query: 'history days', finds: ['keep'] },
  { language: 'en', query: 'severity critical', finds: ['severities'] },
  { language: 'en', query: 'pollSeconds', finds: ['poll'] },
  { language: 'en', query: 'uplink', finds: ['names'] },
  { language: 'en', query: 'json', finds: ['export', 'import'] },
  { language: 'en', query: 'głośność', finds: [] },
  { language: 'pl', query: 'glosnosc', finds: ['sound-volume'] },
  { language: 'pl', query: 'głośność', finds: ['sound-volume'] },
  { language: 'pl', query: 'jezyk', finds: ['language'] },
  { language: 'pl', query: 'GESTE', finds: ['density'] },
  { language: 'pl', query: 'kopia zapasowa', finds: ['export', 'import'] },
  { language: 'ro', query: 'intunecata', finds: ['theme'] },
  { language: 'ro', query: 'întunecată', finds: ['theme'] },
  { language: 'ro', query: 'limba', finds: ['language'] },
  { language: 'ro', query: 'stergere', finds: ['keep'] },
])('$language: “$query” finds $finds', ({ language, query, finds }) => {
  const preferences = { ...defaultPreferences, subjectNames: { 'lab1/agent:4': 'Gdańsk uplink' } };
  const found = findSettings(SETTINGS, query, wordsOf(language).messages, preferences);
  expect(found.map(({ id }) => id)).toEqual(finds);
});

describe('the search box', () => {
  test.for(['/', '{Control>}f{/Control}', '{Meta>}f{/Meta}'])('%s goes to it', async (keys) => {
    const { user } = await openPreferences();
    await user.keyboard(keys);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search preferences' }));
    await user.keyboard('dark');
    expect(labels()).toEqual(['Theme']);
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('1 found');
    await user.keyboard('{Escape}');
    expect(labels()).toHaveLength(SETTINGS.length);
  });

  test('nothing found: it says so, with a way on', async () => {
    const { user } = await openPreferences();
    await user.type(screen.getByRole('textbox', { name: 'Search preferences' }), 'kitchen sink');
    screen.getByText('No preference has “kitchen sink” in its words.');
    expect(screen.queryAllByRole('group')).toEqual([]);
    await user.click(await button('Show all preferences'));
    expect(labels()).toHaveLength(SETTINGS.length);
  });

  test('a section is one click away, and the keyboard goes on from there', async () => {
    const { user } = await openPreferences();
    const jump = within(screen.getByRole('navigation', { name: 'Sections' }));
    await user.click(jump.getByRole('button', { name: 'Look' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Look' }));
  });
});

describe('reset', () => {
  test('of one: only where it differs, with what it would be, and an Undo', async () => {
    const preferences = { ...defaultPreferences, pollSeconds: 60 };
    const { user, fake } = await openPreferences({ preferences });
    expect(screen.getAllByRole('button', { name: /^Reset “/ })).toHaveLength(1);
    expect(row('Ask every server every').textContent).toContain('Default: 30 seconds');
    await user.click(await button('Reset “Ask every server every” to its default'));
    expect(fake.calls('preferencesReset')).toEqual([{ names: ['pollSeconds'] }]);
    await screen.findByText('“Ask every server every” is back at its default');
    expect(screen.queryByRole('button', { name: /^Reset “/ })).toBeNull();
    await user.click(await button('Undo'));
    await screen.findByText('As it was before');
    expect(fake.state().preferences.pollSeconds).toBe(60);
  });

  test('of all says how many; `u` takes it back', async () => {
    const preferences = { ...defaultPreferences, pollSeconds: 60, theme: 'dark' } as const;
    const { user, fake } = await openPreferences({ preferences });
    await user.click(await button('Reset all'));
    await screen.findByText('2 preferences are back at their defaults');
    await user.keyboard('u');
    await waitFor(() => expect(fake.state().preferences).toEqual(preferences));
  });

  test('of nothing: it says so, and offers no Undo', async () => {
    const { user } = await openPreferences();
    await user.click(await button('Reset all'));
    await screen.findByText('Everything is at its default already');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('that comes too late to be taken back is said', async () => {
    const preferences = { ...defaultPreferences, pollSeconds: 60 };
    const { user } = await openPreferences({ preferences }, [], { preferencesUndo: () => bad('gone') });
    await user.click(await button('Reset all'));
    await user.click(await button('Undo'));
    await screen.findByText(/no longer/);
  });
});

describe('what an administrator has set', () => {
  const locks = { ...aState().locks, names: ['pollSeconds', 'toasts', 'language'] as const };

  test('is disabled, and says why in words that the keyboard reaches', async () => {
    const preferences = { ...defaultPreferences, pollSeconds: 60 };
    const { user } = await openPreferences({ locks, preferences });
    const poll = within(row('Ask every server every'));
    const field = poll.getByRole('textbox');
    expect(isDisabled(field)).toBe(true);
    const why = poll.getByRole('note');
    expect(why.textContent).toBe('Set by your administrator');
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(why.parentElement?.id);
    expect(poll.queryByRole('button', { name: /^Reset/ })).toBeNull();
    screen.getByText('3 preferences are set by your administrator, in /etc/tocsin/preferences.json.');
    for (let i = 0; i < 40 && document.activeElement !== why; i += 1) await user.tab();
    expect(document.activeElement).toBe(why);
    const rule = screen.getByRole('combobox', { name: 'Alert for: Agent offline' });
    expect(isDisabled(rule)).toBe(true);
    expect(isDisabled(screen.getByRole('radio', { name: 'Dark' }))).toBe(false);
  });

  test.for([
    { problem: 'unsafe', says: /ignored: others than the administrator can change/ },
    { problem: 'not-json', says: /ignored: it is not JSON/ },
    { problem: 'unreadable', says: /ignored: it cannot be read/ },
    { problem: 'too-large', says: /ignored: it is too large/ },
  ] as const)('$problem: the page says so', async ({ problem, says }) => {
    await openPreferences({ locks: { ...aState().locks, problem } });
    screen.getByText(says);
  });

  test('a field that could not be taken is named', async () => {
    await openPreferences({ locks: { ...aState().locks, refused: [{ field: 'theme', why: 'value' }] } });
    screen.getByText(/Ignored in \/etc\/tocsin\/preferences.json.*: theme\./);
  });
});

describe('export and import', () => {
  test('it says where it was written', async () => {
    const { user } = await openPreferences({}, [], { preferencesExport: () => ok('mine.json') });
    await user.click(await button('Export…'));
    await screen.findByText('Written to mine.json');
  });

  test('what was taken, what is another now, what was refused by name and why; with an Undo', async () => {
    const { user, fake } = await openPreferences({}, [], {
      preferencesImport: () =>
        ok({
          state: 'taken',
          file: 'colleague.json',
          taken: ['theme', 'density', 'pollSeconds'],
          refused: [
            { field: 'toasts.3', why: 'value' },
            { field: 'volume', why: 'unknown' },
          ],
          locked: ['language'],
          left: [
            { name: 'Lab Kraków', baseUrl: 'https://krk.example', why: 'none', names: 2, silences: 1 },
            { name: null, baseUrl: null, why: 'none', names: 1, silences: 0 },
            { name: 'Lab', baseUrl: 'https://lab.example', why: 'several', names: 0, silences: 3 },
          ],
          act: { act: '7', names: ['theme', 'pollSeconds'] },
        }),
      preferencesUndo: () => ok(null),
    });
    await user.click(await button('Import…'));
    await screen.findByText(/3 preferences were taken from colleague.json. 2 have changed:/);
    screen.getByText('Theme, Ask every server every');
    screen.getByText('6 were not taken:');
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual(
      expect.arrayContaining([
        'Language: set by your administrator',
        'toasts.3: it cannot have this value',
        'volume: this version does not know it',
        '2 names, 1 silence of “Lab Kraków” (https://krk.example): no account here has this address and user',
        '1 name of an account that the file does not name: no account here has this address and user',
        '3 silences of “Lab” (https://lab.example): several accounts here may be meant',
      ]),
    );
    await user.click(within(row('Import from a file')).getByRole('button', { name: 'Undo' }));
    expect(fake.calls('preferencesUndo')).toEqual([{ act: '7' }]);
    await screen.findByText('As it was before');
  });

  test.for([
    { why: 'json', says: 'cv.json is not JSON. Nothing was changed.' },
    { why: 'shape', says: 'cv.json holds no preferences. Nothing was changed.' },
    { why: 'too-large', says: 'cv.json is too large for a file of preferences. Nothing was changed.' },
  ] as const)('a file that is none ($why)', async ({ why, says }) => {
    const { user } = await openPreferences({}, [], {
      preferencesImport: () => ok({ state: 'not-ours', file: 'cv.json', why }),
    });
    await user.click(await button('Import…'));
    await screen.findByText(says, { exact: false });
  });

  test('a disk that refuses is said with a next step', async () => {
    const { user } = await openPreferences({}, [], {
      preferencesExport: () => bad('file', { detail: 'EACCES' }),
    });
    await user.click(await button('Export…'));
    await screen.findByText(/this file cannot be used: “EACCES”.*Choose another/);
  });
});
