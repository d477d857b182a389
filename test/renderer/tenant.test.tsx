import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button } from './show';
import { flag, GOOD, open, view } from './tenant-world';
import { NOW } from './world';

test('only what changed is sent, and it stands there before', async () => {
  const { user, fake } = open({
    tenantSave: () => ok({ state: 'saved', view: view({ emailOnFail: false }), altered: {}, lost: false }),
  });
  await user.click(await flag(1));
  screen.getByText('Was on. Nobody will be e-mailed about failures.');
  const sent = (await screen.findByText(/^emailOnFail:/)).textContent;
  expect(sent).toBe('emailOnFail: true → to false');
  await user.click(await button('Save 1 change'));
  await screen.findByText(/Saved 14:02:11/);
  expect(document.activeElement?.textContent).toBe('Aether · Orion Ltd');
  expect(fake.calls('tenantSave')).toEqual([
    { account: 'aether', version: 7, changes: { emailOnFail: false } },
  ]);
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
});

test('what is changed is marked, by a bar at its side and in words', async () => {
  const { user } = open();
  const marked = (): (string | undefined)[] =>
    [...document.querySelectorAll('.field.dirty')].map(
      (one) => one.querySelector('label, .label')?.textContent,
    );
  await user.click(await flag(1));
  expect(marked()).toEqual(['When a scan fails']);
  await user.click(await button('Remove'));
  expect(marked()).toEqual(['When a scan fails', 'Incoming webhook']);
  screen.getByText(/^Was …9a1c\. Whoever has this URL/);
  await user.click(await button('Discard'));
  expect(marked()).toEqual([]);
  expect(screen.queryByText(/^Was /)).toBeNull();
});

test('setting it back leaves nothing to save; Discard forgets all', async () => {
  const { user } = open();
  await user.click(await flag(0));
  await user.click(await flag(0));
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  await user.click(await button('Turn all e-mail off'));
  await button('Save 2 changes');
  await user.click(await button('Discard'));
  expect((await flag(0)).getAttribute('aria-checked')).toBe('true');
});

test('a webhook that is no web address is said to be none, with no host made up for it', async () => {
  open({ tenantLoad: () => ok(view({ teamsWebhookUrl: { host: '', end: '', advice: null, mark: 1 } })) });
  await screen.findByText('What the server has is no web address, hidden');
  expect(screen.queryByText('https:///')).toBeNull();
});

test('the webhook is shown for 30 s on a click and hidden again', async () => {
  open({
    tenantWebhook: () => ok({ url: 'https://outlook.office.com/webhook/secret9a1c' }),
  });
  await screen.findByText('Webhook at outlook.office.com, hidden');
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    now: NOW,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  await act(() => vi.advanceTimersByTimeAsync(100));
  screen.getByText('https://outlook.office.com/webhook/secret9a1c');
  await act(() => vi.advanceTimersByTimeAsync(29_000));
  screen.getByText(/secret9a1c/);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(screen.queryByText(/secret9a1c/)).toBeNull();
});

test.for([
  { url: 'http://a.example/x', says: 'The URL must begin with https://.' },
  { url: 'nonsense', says: 'This is no URL. Copy it whole from Teams.' },
  { url: 'https://me:pw@a.example', says: 'A webhook URL has no name or password before the “@”.' },
])('a webhook that is none is refused before sending: $url', async ({ url, says }) => {
  const { user, fake } = open();
  await user.click(await button('Change'));
  await user.keyboard(url);
  await user.click(await button('Save 1 change'));
  await screen.findByText(says);
  expect(fake.calls('tenantSave')).toEqual([]);
});

test('advice is given for what no longer delivers, and does not block', async () => {
  const { user, fake } = open({
    tenantSave: () => ok({ state: 'saved', view: view(), altered: { teamsWebhookUrl: 'cut' }, lost: false }),
  });
  await screen.findByText(/This kind of URL \(Office connector\) no longer delivers/);
  await user.click(await button('Change'));
  await user.paste(GOOD.replace('?sig=Abcd', ''));
  await screen.findByText(/without “sig” the service cannot post/);
  await user.paste('?sig=Abcd');
  await waitFor(() => expect(screen.queryByText(/without “sig”/)).toBeNull());
  screen.getByText(/^teamsWebhookUrl:/);
  expect(screen.getByText(/^teamsWebhookUrl:/).textContent).toBe('teamsWebhookUrl: …9a1c → to …Abcd');
  await user.click(await button('Save 1 change'));
  await screen.findByText(/The server kept a shorter webhook URL than was sent/);
  expect(fake.calls('tenantSave')[0]?.changes).toEqual({ teamsWebhookUrl: GOOD });
});

test('removing the webhook sends null', async () => {
  const { user, fake } = open({
    tenantSave: () => ok({ state: 'saved', view: view({ teamsWebhookUrl: null }), altered: {}, lost: false }),
  });
  await user.click(await button('Remove'));
  await screen.findByText('Will be removed when you save.');
  screen.getByText(/Without a webhook nothing can be posted/);
  await user.click(await button('Save 1 change'));
  expect(fake.calls('tenantSave')[0]?.changes).toEqual({ teamsWebhookUrl: null });
  await screen.findByText('None set');
});

test('enabling Teams without a webhook asks for one', async () => {
  const { user, fake } = open({
    tenantLoad: () => ok(view({ teamsWebhookUrl: null, teamsOnFail: false })),
    tenantSave: () => ok({ state: 'saved', view: view(), altered: {}, lost: false }),
  });
  await user.click(await button('Enable Teams for both'));
  await user.keyboard(GOOD);
  await user.click(await button('Save 3 changes'));
  expect(fake.calls('tenantSave')[0]?.changes).toEqual({
    teamsOnComplete: true,
    teamsOnFail: true,
    teamsWebhookUrl: GOOD,
  });
});

const theirs = view(
  { teamsWebhookUrl: { host: 'a.example', end: 'beef', advice: 'unrecognised', mark: 2 } },
  { version: 8 },
);
/** Another person changes the webhook between reading and saving. */
async function conflicted() {
  let asked = 0;
  const shown = open({
    tenantSave: () =>
      (asked += 1) === 1
        ? ok({ state: 'conflict', view: theirs, fields: ['teamsWebhookUrl'] })
        : ok({ state: 'saved', view: theirs, altered: {}, lost: false }),
  });
  const { user } = shown;
  await user.click(await flag(1));
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.click(await button('Save 2 changes'));
  await screen.findByRole('heading', { name: 'Somebody else changed this meanwhile' });
  return shown;
}

test.for([
  { keep: 'Mine: …Abcd', changes: { emailOnFail: false, teamsWebhookUrl: GOOD } },
  { keep: 'Theirs: …beef', changes: { emailOnFail: false } },
])('somebody else changed the same: $keep', async ({ keep, changes }) => {
  const { user, fake } = await conflicted();
  await user.click(screen.getByRole('radio', { name: keep }));
  await user.click(await button('Save my choice'));
  await screen.findByText(/Saved/);
  expect(fake.calls('tenantSave')[1]).toEqual({ account: 'aether', version: 8, changes });
});

test.for(['click', 'Esc'])(
  'back to the changes by %s: nothing is sent or lost, and the next save asks again',
  async (by) => {
    const { user, fake } = await conflicted();
    if (by === 'Esc') await user.keyboard('{Escape}');
    else await user.click(await button('Back to my changes'));
    expect(screen.queryByRole('heading', { name: 'Somebody else changed this meanwhile' })).toBeNull();
    expect(screen.getByText(/^teamsWebhookUrl:/).textContent).toBe('teamsWebhookUrl: …beef → to …Abcd');
    await user.click(await button('Save 2 changes'));
    await screen.findByRole('heading', { name: 'Somebody else changed this meanwhile' });
    expect(fake.calls('tenantSave')).toHaveLength(1);
  },
);

test('what the server says of a field stands by it', async () => {
  const { user } = open({
    tenantSave: () =>
      bad('validation', { status: 400, fields: { teamsWebhookUrl: 'Invalid webhook URL format' } }),
  });
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.click(await button('Save 1 change'));
  const error = await screen.findByText('Invalid webhook URL format');
  const input = screen.getByLabelText(/New webhook URL/);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-describedby')).toContain(error.id);
});

test('a token that may only read makes the page read-only, with a way on', async () => {
  const { user } = open({ tenantSave: () => bad('no-permission', { status: 403 }) });
  await user.click(await flag(0));
  await user.click(await button('Save 1 change'));
  await screen.findByText('This token may read the settings, not change them.');
  expect((await flag(0)).getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  await user.click(await button('Paste a new token'));
  await screen.findByRole('dialog', { name: /A new token for Aether/ });
});

test('settings that cannot be read are asked again', async () => {
  let broken = true;
  const { user } = open({ tenantLoad: () => (broken ? bad('maintenance', { status: 503 }) : ok(view())) });
  await screen.findByText(/The service is down for maintenance \(503\)/);
  broken = false;
  await user.click(await button('Read again'));
  await flag(0);
});

test('settings that this version does not know are shown and never sent', async () => {
  const { user, fake } = open({
    tenantLoad: () => ok(view({}, { unknown: { smsOnFail: true } })),
    tenantSave: () => ok({ state: 'saved', view: view(), altered: {}, lost: false }),
  });
  await screen.findByText(/"smsOnFail": true/);
  await user.click(await flag(0));
  await user.click(await button('Save 1 change'));
  expect(fake.calls('tenantSave')[0]?.changes).toEqual({ emailOnComplete: false });
});

test('of those what looks like a secret is shown for a while, on a click alone', async () => {
  const whole = { smsOnFail: true, second: 'https://hooks.example/secret9a1c' };
  const { user, fake } = open({
    tenantLoad: () =>
      ok(view({}, { unknown: { ...whole, second: 'https://hooks.example/•••9a1c' }, unknownHidden: true })),
    tenantUnknown: () => ok(whole),
  });
  await screen.findByText(/What looks like a secret is hidden/);
  expect(screen.queryByText(/secret9a1c/)).toBeNull();
  await user.click(await button('Show what is hidden'));
  await screen.findByText(/"second": "https:\/\/hooks.example\/secret9a1c"/);
  screen.getByText('Hidden again in 30 s.');
  expect(fake.calls('tenantUnknown')).toEqual([{ account: 'aether', version: 7 }]);
  await user.click(await button('Hide it again'));
  await screen.findByText(/hooks.example\/•••9a1c/);
});

test('what cannot be shown any more is said', async () => {
  const { user } = open({
    tenantLoad: () => ok(view({}, { unknown: { key: '•••' }, unknownHidden: true })),
    tenantUnknown: () => bad('gone'),
  });
  await user.click(await button('Show what is hidden'));
  await screen.findByText('They could not be shown: it is no longer there.');
});
