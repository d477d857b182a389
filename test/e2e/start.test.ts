import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';
import { run } from './support/run-to-end';
import { windowShown } from './support/window-shown';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tocsin-start-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
  return made;
}

test.for([
  { when: 'bare', switches: ['--user-data-dir'] },
  { when: 'empty', switches: ['--user-data-dir='] },
  { when: 'parted from its folder by a blank', switches: ['--user-data-dir', '/tmp/nowhere'] },
])('--user-data-dir given $when is refused with a sentence', async ({ switches }) => {
  const { code, stderr } = await run(...switches);
  expect(code).toBe(1);
  expect(stderr).toContain('--user-data-dir=DIR');
});

const TOKEN = 'CANARY-very-secret-token';
test.for([
  { when: 'no JSON', text: `{"token": "${TOKEN}"`, says: 'is not JSON' },
  {
    when: 'a missing token',
    text: JSON.stringify({ accounts: [{ kind: 'inbox', name: 'A', baseUrl: 'https://a.example' }] }),
    says: 'accounts.0.token',
  },
  {
    when: 'http to another host',
    text: JSON.stringify({
      accounts: [{ kind: 'inbox', name: 'A', baseUrl: 'http://a.example', token: TOKEN }],
    }),
    says: 'accounts.0.baseUrl',
  },
  { when: 'a misspelt name', text: JSON.stringify({ acounts: [{ token: TOKEN }] }), says: 'acounts' },
  {
    when: 'a number out of range',
    text: JSON.stringify({ preferences: { pollSeconds: 5 } }),
    says: 'preferences.pollSeconds',
  },
  {
    when: 'a wrong scheme that holds the token',
    text: JSON.stringify({
      accounts: [{ kind: 'inbox', name: 'A', baseUrl: 'https://a.example', scheme: TOKEN, token: TOKEN }],
    }),
    says: 'accounts.0.scheme',
  },
])('--provision with $when: the field on stderr, exit 1, no token', async ({ text, says }) => {
  const at = folder();
  const file = join(at, 'provision.json');
  writeFileSync(file, text);
  const { code, stdout, stderr } = await run(`--user-data-dir=${join(at, 'profile')}`, '--provision', file);
  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(stdout + stderr).not.toContain(TOKEN);
});

test('--status: 2 when not running, 0 and the state when watching, 1 when not', async () => {
  const { tray, control, launch, said } = await startDesk();
  const profile = join(folder(), 'profile');
  const status = () => run(`--user-data-dir=${profile}`, '--status');
  expect((await status()).code).toBe(2);

  const app = await launch({ profile });
  await said(app, /first sync done/);
  const watching = await status();
  expect(watching.code).toBe(0);
  const state = JSON.parse(watching.stdout) as { accounts: { name: string; health: { state: string } }[] };
  expect(state.accounts.map(({ name, health }) => [name, health.state])).toEqual([
    ['Lab', 'watching'],
    ['Orion', 'idle'],
  ]);

  await control('POST', 'fault', { kind: 'status', status: 401, times: 'all' });
  await tray.clickMenu('Poll now');
  await said(app, /not watching/);
  const lost = await status();
  expect(lost.code).toBe(1);
  expect(lost.stdout).toContain('"kind":"token-refused"');
});

test('a second start shows the first; a second provisioning updates, and doubles nothing', async () => {
  const { launch, said, inbox } = await startDesk();
  const at = folder();
  const profile = join(at, 'profile');
  const app = await launch({ profile, switches: ['--hidden'] });
  await said(app, /first sync done/);
  const visible = windowShown(app.app);
  expect(await visible()).toBe(false);
  expect((await run(`--user-data-dir=${profile}`)).code).toBe(0);
  await waitUntil(visible, 10_000, 'a window');

  const file = join(at, 'again.json');
  writeFileSync(
    file,
    JSON.stringify({
      accounts: [
        { ...inbox, name: 'Lab' },
        { ...inbox, name: 'Other' },
      ],
    }),
  );
  expect((await run(`--user-data-dir=${profile}`, `--provision=${file}`)).code).toBe(0);
  const names = () =>
    (
      JSON.parse(readFileSync(join(profile, 'accounts.json'), 'utf8')) as { accounts: { name: string }[] }
    ).accounts.map(({ name }) => name);
  await waitUntil(() => names().length === 3, 5000, 'the new account');
  expect(names()).toEqual(['Lab', 'Orion', 'Other']);
});

test('files are the user’s own: 0600 in 0700', async () => {
  const { launch, said } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const mode = (name: string) => (statSync(join(app.profile, name)).mode & 0o777).toString(8);
  expect(mode('.')).toBe('700');
  for (const name of ['accounts.json', 'secrets.json', 'history.sqlite', 'logs/tocsin.log'])
    expect([name, mode(name)]).toEqual([name, '600']);
});
