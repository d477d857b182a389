import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../../../src-shared/app-error';
import type { PreferencesChange } from '../../../../src-shared/preferences';
import type { AppDeps } from '../../../../src-main/core/app-deps';
import { createCommands } from '../../../../src-main/core/commands';
import { createFakeClock } from '../../../support/fake-clock';
import { startTestApp } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';
import { LAB } from '../../../support/lab';

/** The app on a machine whose administrator has set these. */
function on(values: PreferencesChange, given: Partial<AppDeps> = {}) {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const locks = {
    file: '/etc/tocsin/preferences.json',
    names: Object.keys(values) as (keyof PreferencesChange)[],
    refused: [],
    problem: null,
  };
  const tested = startTestApp(clock, {
    locked: { locks, values },
    apis: {
      inbox: () => server,
      tenant: () => Promise.reject(new Error()) as never,
      forget: () => undefined,
    },
    ...given,
  });
  return { clock, server, commands: createCommands(tested.app), ...tested };
}

const kindOf = async (act: () => unknown): Promise<unknown> => {
  try {
    await act();
  } catch (error) {
    return error instanceof AppError ? error.failure : error;
  }
  return undefined;
};

test('what is locked is in force from the first poll on, and in what the window is pushed', async () => {
  const { app, clock, server } = on({ pollSeconds: 300 });
  await app.start({ accounts: [LAB] });
  await clock.pass(1000);
  expect(app.state()).toMatchObject({
    preferences: { pollSeconds: 300 },
    locks: { names: ['pollSeconds'], file: '/etc/tocsin/preferences.json' },
  });
  const before = server.log.length;
  await clock.pass(200_000);
  expect(server.log.length).toBe(before);
});

test('neither the window, nor a reset, nor an import, nor a provision changes it', async () => {
  const text = '{"preferences": {"pollSeconds": 10, "theme": "dark"}}';
  const { app, commands, files, lines } = on(
    { pollSeconds: 300 },
    {
      fileChooser: {
        save: () => Promise.resolve(undefined),
        open: () => Promise.resolve({ name: 'x.json', text }),
      },
    },
  );
  expect(await kindOf(() => commands.preferences({ pollSeconds: 10 }))).toEqual({
    kind: 'locked',
    detail: 'pollSeconds',
  });
  await commands.preferencesReset({ names: ['pollSeconds'] });
  expect(await commands.preferencesImport({})).toMatchObject({ taken: ['theme'], locked: ['pollSeconds'] });
  await app.start({ preferences: { pollSeconds: 10, density: 'compact' } });
  expect(app.preferences()).toMatchObject({ pollSeconds: 300, theme: 'dark', density: 'compact' });
  expect(files.preferences.pollSeconds).toBe(30);
  expect(lines).toContain('provision · locked by /etc/tocsin/preferences.json: pollSeconds');
});

test('names cannot be given where they are locked', async () => {
  const { commands, app } = on({ subjectNames: { 'lab/agent:4': 'Uplink' } });
  const failure = await kindOf(() =>
    commands.nameSubject({ account: 'lab', subject: 'agent:4', name: 'Mine' }),
  );
  expect(failure).toMatchObject({ kind: 'locked' });
  expect(app.preferences().subjectNames).toEqual({ 'lab/agent:4': 'Uplink' });
});

test('severities that mean something else since the last run: the history has their levels at once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-locked-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const levels = async ({ app }: ReturnType<typeof on>) =>
    (await app.store.query({}, 0, 9)).rows.map(({ level }) => level);
  const before = on({}, { folder });
  before.server.add({ severity: 3, type: 1 });
  await before.app.start({ accounts: [LAB] });
  await before.clock.pass(1000);
  expect(await levels(before)).toEqual(['info']);
  await Promise.all([before.app.stop(), before.clock.pass(5000)]);
  const after = on({ severityLevels: { '3': 'critical' } }, { folder });
  await after.app.open();
  expect(await levels(after)).toEqual(['critical']);
  await Promise.all([after.app.stop(), after.clock.pass(5000)]);
});
