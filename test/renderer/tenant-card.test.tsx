import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CardOutcome } from '../../src-shared/card-outcome';
import { bad, ok } from './fake-bridge';
import { button, show } from './show';
import { account, flag, GOOD, open, view } from './tenant-world';

const CARD = 'Send a test card';

test('sent on a click alone; accepted is not delivered, so the person is asked', async () => {
  const { user, fake } = open({ tenantTestCard: () => ok({ state: 'accepted', status: 202 }) });
  await flag(0);
  expect(fake.calls('tenantTestCard')).toEqual([]);
  await user.click(await button(CARD));
  await screen.findByText(/took the card \(202\)\. That does not prove delivery/);
  expect(fake.calls('tenantTestCard')).toEqual([{ account: 'aether' }]);
  await user.click(await button('It did not'));
  await screen.findByText(/^Then look in Teams: is the workflow on/);
  await user.click(await button(CARD));
  await user.click(await button('It arrived'));
  await screen.findByText('Then this webhook delivers.');
});

test.for<{ outcome: CardOutcome; says: RegExp }>([
  { outcome: { state: 'refused', status: 302 }, says: /sends to another address \(302\)/ },
  { outcome: { state: 'refused', status: 400 }, says: /did not take the card \(400\)/ },
  { outcome: { state: 'refused', status: 401 }, says: /did not accept the URL’s signature \(401\)/ },
  { outcome: { state: 'refused', status: 404 }, says: /no webhook at this URL any more \(404\)/ },
  { outcome: { state: 'refused', status: 410 }, says: /no webhook at this URL any more \(410\)/ },
  { outcome: { state: 'refused', status: 429 }, says: /asks for fewer cards \(429\)/ },
  { outcome: { state: 'refused', status: 502 }, says: /in trouble \(502\)/ },
  { outcome: { state: 'refused', status: 418 }, says: /nobody expects here \(418\)/ },
  {
    outcome: { state: 'not-public' },
    says: /^Nothing was sent: this host is this machine or a private network/,
  },
  { outcome: { state: 'failed', failure: { kind: 'timeout' } }, says: /may have arrived all the same/ },
  {
    outcome: { state: 'failed', failure: { kind: 'name' } },
    says: /webhook’s host could not be found\. It goes straight/,
  },
  { outcome: { state: 'failed', failure: { kind: 'tls' } }, says: /certificate is not trusted/ },
  { outcome: { state: 'failed', failure: { kind: 'connection' } }, says: /the connection broke/ },
])('$outcome is said', async ({ outcome, says }) => {
  const { user } = open({ tenantTestCard: () => ok(outcome) });
  await user.click(await button(CARD));
  await screen.findByText(says);
  expect(screen.queryByRole('button', { name: 'It arrived' })).toBeNull();
});

test('the webhook as it stands in the form, saved or not; another one forgets the last answer', async () => {
  const { user, fake } = open({ tenantTestCard: () => ok({ state: 'accepted', status: 202 }) });
  await user.click(await button(CARD));
  await button('It arrived');
  await user.click(await button('Change'));
  expect(screen.queryByRole('button', { name: CARD })).toBeNull();
  await user.paste(GOOD);
  expect(screen.queryByRole('button', { name: 'It arrived' })).toBeNull();
  await user.click(await button(CARD));
  await button('It arrived');
  expect(fake.calls('tenantTestCard')[1]).toEqual({ account: 'aether', text: GOOD });
  await user.type(screen.getByLabelText(/New webhook URL/), 'x');
  expect(screen.queryByRole('button', { name: 'It arrived' })).toBeNull();
});

test('the one from before a change is named, not known', async () => {
  const fields = [{ field: 'teamsWebhookUrl' as const, from: { host: 'a.example', end: 'beef' }, to: null }];
  const history = [{ id: 'p1', at: 0, fields, webhookLost: false, webhookThere: false }];
  const { user, fake } = open({
    tenantLoad: () => ok(view({}, { history })),
    tenantTestCard: () => bad('gone'),
  });
  await user.click(await button(/^Revert/));
  await user.click(await button(CARD));
  await screen.findByText(/what was to be put back is not kept any more/);
  expect(fake.calls('tenantTestCard')).toEqual([
    { account: 'aether', webhook: { from: 'history', id: 'p1' } },
  ]);
});

test('no card without a webhook, and to none that is no URL', async () => {
  const none = open({ tenantLoad: () => ok(view({ teamsWebhookUrl: null })) });
  await flag(0);
  expect(screen.queryByRole('button', { name: CARD })).toBeNull();
  await none.user.click(await button('Add a webhook'));
  await none.user.paste('http://a.example/');
  expect(screen.queryByRole('button', { name: CARD })).toBeNull();
});

test('the sample’s webhook is made up: nothing goes there', async () => {
  show({ accounts: [{ ...account, sample: true }] }, [], { tenantLoad: () => ok(view()) });
  await flag(0);
  expect(screen.queryByRole('button', { name: CARD })).toBeNull();
});
