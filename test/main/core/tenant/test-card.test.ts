import { expect, test } from 'vitest';
import { wordsOf } from '../../../support/words';
import { createTestCard } from '../../../../src-main/core/tenant/test-card';
import { createFakeClock } from '../../../support/fake-clock';
import { startTestApp } from '../../../support/fake-desktop';
import { createCommands } from '../../../../src-main/core/commands';
import { HOOK, kindOf, tenant } from './tenant-world';

test('an Adaptive Card in the person’s language, which names the account; the log has its outcome alone', async () => {
  const posted: unknown[] = [];
  const lines: unknown[] = [];
  const send = createTestCard({
    post: (url, card) => {
      posted.push(url, card);
      return Promise.resolve({ state: 'accepted', status: 202 });
    },
    clock: createFakeClock(),
    log: { event: (...line) => void lines.push(line), bug: () => undefined },
    words: () => wordsOf('pl'),
  });
  expect(await send(` ${HOOK}\n`, 'Orion')).toEqual({ state: 'accepted', status: 202 });
  expect(posted[0]).toBe(HOOK);
  expect(posted[1]).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          body: [
            { text: 'Karta próbna z programu Tocsin' },
            { text: expect.stringContaining('„Orion”') as unknown },
          ],
        },
      },
    ],
  });
  expect(lines).toEqual([['test card', 'accepted, 202']]);
  for (const bad of [null, 'http://a.example/', 'CANARY'])
    expect(await kindOf(send(bad, 'Orion'))).toBe('bad-input');
  expect(posted).toHaveLength(2);
});

async function started() {
  const posted: string[] = [];
  const { server, api } = tenant();
  server.settings = { ...server.settings, teamsWebhookUrl: HOOK };
  const tested = startTestApp(createFakeClock(), {
    apis: {
      inbox: () => Promise.reject(new Error('none here')) as never,
      tenant: () => api,
      forget: () => undefined,
    },
    postCard: (url) => {
      posted.push(url);
      return Promise.resolve({ state: 'accepted', status: 202 });
    },
  });
  const orion = {
    kind: 'tenant',
    name: 'Orion',
    baseUrl: 'https://api.example',
    scheme: 'Bearer',
    token: 'secret-token',
  } as const;
  await tested.app.start({ accounts: [orion, { ...orion, name: 'Vega' }] });
  const [account, other] = tested.app.state().accounts.map(({ id }) => id);
  return { server, posted, commands: createCommands(tested.app), account: account!, other: other! };
}

test('to the one that is set, as typed, or from before a change; to no other', async () => {
  const { commands, account, posted } = await started();
  const { version } = await commands.tenantLoad({ account });
  await commands.tenantTestCard({ account });
  const saved = await commands.tenantSave({ account, version, changes: { teamsWebhookUrl: null } });
  if (saved.state !== 'saved') throw new Error(saved.state);
  const id = saved.view.history[0]!.id;
  await commands.tenantTestCard({ account, text: 'https://relay.example/typed' });
  await commands.tenantTestCard({ account, webhook: { from: 'history', id } });
  expect(posted).toEqual([HOOK, 'https://relay.example/typed', HOOK]);
  const none = (await commands.tenantLoad({ account })).account;
  expect(await kindOf(Promise.resolve(commands.tenantTestCard({ account: none })))).toBe('bad-input');
  expect(
    await kindOf(
      Promise.resolve(commands.tenantTestCard({ account, webhook: { from: 'history', id: 'x' } })),
    ),
  ).toBe('gone');
});

test('a webhook is put back, or taken from another account, without the window knowing it', async () => {
  const { server, commands, account, other } = await started();
  const { version } = await commands.tenantLoad({ account });
  const from = await commands.tenantLoad({ account: other });
  const cleared = await commands.tenantSave({ account, version, changes: { teamsWebhookUrl: null } });
  if (cleared.state !== 'saved') throw new Error(cleared.state);
  const back = await commands.tenantSave({
    account,
    version: cleared.view.version,
    changes: { emailOnFail: false },
    webhook: { from: 'history', id: cleared.view.history[0]!.id },
  });
  expect(server.calls.at(-1)).toEqual({ emailOnFail: false, teamsWebhookUrl: HOOK });
  expect(JSON.stringify([cleared, back])).not.toContain('CANARY');
  if (back.state !== 'saved') throw new Error(back.state);
  await commands.tenantSave({ account, version: back.view.version, changes: { teamsWebhookUrl: null } });
  const { version: now } = await commands.tenantLoad({ account });
  const source = { from: 'account', account: other, version: from.version } as const;
  await commands.tenantSave({ account, version: now, changes: {}, webhook: source });
  expect(server.calls.at(-1)).toEqual({ teamsWebhookUrl: HOOK });
  const both = { account, version: now, changes: { teamsWebhookUrl: null }, webhook: source };
  expect(await kindOf(Promise.resolve(commands.tenantSave(both)))).toBe('bad-input');
});
