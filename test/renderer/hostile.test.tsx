import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button, row, show } from './show';
import { anAccount, aRow, MINUTE, NOW } from './world';

const PAYLOADS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror=window.pwned=1>',
  '"><svg onload=window.pwned=1>',
  "'><iframe src=javascript:window.pwned=1>",
  '<a href="javascript:window.pwned=1">x</a>',
  '<style>*{display:none}</style>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>',
  '<template><b>x</b></template>',
  '<base href=https://evil.example>',
  '</title><object data=x>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '<!--<img src="--><img src=x onerror=window.pwned=1>">',
  '\u202e\u0000<marquee>',
];
const FORBIDDEN =
  'script, img, iframe, object, embed, base, style, template, marquee, math, link, meta, [onerror], [onload], [href^="javascript"]';
const clean = (): void => {
  expect(document.body.querySelectorAll(FORBIDDEN)).toHaveLength(0);
  expect(document.body.querySelectorAll('a')).toHaveLength(0);
  expect('pwned' in window).toBe(false);
};

test.for(PAYLOADS)('a server’s text stays text: %s', async (evil) => {
  const item = aRow({
    id: 1,
    ago: MINUTE,
    type: 6,
    data: {
      test_suite_id: evil,
      test_suite_name: evil,
      task_type: evil,
      [evil]: evil,
      nested: { [evil]: [evil, { deep: evil }] },
      name: evil,
    },
  });
  const account = anAccount({
    name: evil.slice(0, 60),
    baseUrl: evil,
    unreadable: 1,
    health: { state: 'not-watching', since: NOW, failure: { kind: 'server-error', detail: evil } },
  });
  const { user } = show({ accounts: [account] }, [item], {
    inboxItem: () =>
      ok({
        row: { ...item, timestamp: evil },
        raw: JSON.stringify({ evil, [evil]: evil }),
        firstSeenAt: NOW,
        foundBy: 'head',
        verdicts: [{ at: NOW, step: 'failed', reason: evil }],
      }),
    inboxRefresh: () => bad('server-error', { detail: evil }),
    unreadable: () => ok([{ account: evil, field: evil, raw: evil, firstSeenAt: NOW }]),
  });
  await user.click(await row(/Suite “/));
  await screen.findByRole('heading', { name: 'Also sent with it' });
  await screen.findByText(/^Not read again just now/);
  clean();
  await user.click(await button(/could not be read/));
  await within(await screen.findByRole('dialog')).findByText(/in the way/);
  clean();
});

test('a tenant’s settings stay text too', async () => {
  const evil = PAYLOADS.join('');
  const account = anAccount({ id: 't', kind: 'tenant', name: 'Tenant', health: { state: 'idle' } });
  const { user } = show({ accounts: [account] }, [], {
    tenantLoad: () =>
      ok({
        account: 't',
        version: 1,
        readAt: NOW,
        settings: {
          emailOnComplete: true,
          emailOnFail: true,
          teamsWebhookUrl: { host: evil, end: '<b>x', advice: null, mark: 1 },
          teamsOnComplete: true,
          teamsOnFail: true,
        },
        unknownHidden: false,
        unknown: { [evil]: evil },
        history: [
          {
            id: '1',
            at: NOW,
            fields: [{ field: 'teamsWebhookUrl', from: { host: evil, end: '<b>x' }, to: null }],
            webhookLost: false,
            webhookThere: false,
          },
        ],
        settled: null,
      }),
    tenantSave: () => bad('validation', { fields: { emailOnFail: evil } }),
  });
  await user.click((await screen.findAllByRole('switch'))[1]!);
  await user.click(await button('Save 1 change'));
  await screen.findAllByRole('alert');
  clean();
});
