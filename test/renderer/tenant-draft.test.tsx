import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from './fake-bridge';
import { button } from './show';
import { account, flag, GOOD, open, view } from './tenant-world';

const away = (): Promise<HTMLElement> => button(/^Preferences/);
const back = (): Promise<HTMLElement> => button(/^Aether/);

test('unsaved changes outlive the page, with a mark at the account’s link', async () => {
  const { user, fake } = open();
  await user.click(await flag(1));
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.click(await away());
  await screen.findByRole('heading', { name: 'Preferences' });
  await user.click(await button('Aether · Orion Ltd, settings only, unsaved changes'));
  await button('Save 2 changes');
  expect(screen.getByLabelText<HTMLInputElement>(/New webhook URL/).value).toBe(GOOD);
  await user.click(await button('Discard'));
  await button('Aether · Orion Ltd, settings only');
  expect(fake.calls('tenantSave')).toEqual([]);
});

test('what became so elsewhere meanwhile is no change any more', async () => {
  let off = false;
  const { user } = open({ tenantLoad: () => ok(view({ emailOnFail: !off })) });
  await user.click(await flag(1));
  await user.click(await away());
  off = true;
  await user.click(await back());
  expect((await flag(1)).getAttribute('aria-checked')).toBe('false');
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  await button('Aether · Orion Ltd, settings only');
});

test('a webhook that was changed elsewhere meanwhile asks at once, and theirs can stay', async () => {
  let changed = false;
  const other = { host: 'a.example', end: 'beef', advice: 'unrecognised', mark: 2 } as const;
  const { user, fake } = open({
    tenantLoad: () => ok(changed ? view({ teamsWebhookUrl: other }, { version: 8 }) : view()),
  });
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.click(await away());
  changed = true;
  await user.click(await back());
  await screen.findByRole('heading', { name: 'Somebody else changed this meanwhile' });
  await user.click(screen.getByRole('radio', { name: 'Theirs: …beef' }));
  await user.click(await button('Save my choice'));
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  await screen.findByText('Webhook at a.example, hidden');
  expect(fake.calls('tenantSave')).toEqual([]);
});

test('Esc leaves an empty webhook field, and throws nothing typed away', async () => {
  const { user } = open();
  await user.click(await button('Change'));
  await user.keyboard('{Escape}');
  await screen.findByText('Webhook at outlook.office.com, hidden');
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.keyboard('{Escape}');
  expect(screen.getByLabelText<HTMLInputElement>(/New webhook URL/).value).toBe(GOOD);
});

test('with the account its draft goes', async () => {
  const { user, fake } = open();
  await user.click(await flag(1));
  fake.set({ accounts: [] });
  await screen.findByRole('heading', { level: 1 });
  fake.set({ accounts: [account] });
  await user.click(await back());
  await flag(1);
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
});
