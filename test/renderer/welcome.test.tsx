import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button, show } from './show';
import { aState } from './world';

const address = (): Promise<HTMLElement> => screen.findByLabelText('Address');

test('the test tells step by step, and a scheme that works is taken over with a click', async () => {
  const { user, fake } = show({ accounts: [] }, [], {
    accountTest: ({ scheme }) =>
      ok([
        { step: 'address', ok: true },
        { step: 'proxy', ok: true, detail: 'proxy.example:3128' },
        { step: 'name', ok: true, detail: '203.0.113.7' },
        { step: 'tls', ok: null, why: 'http' },
        scheme === 'Token'
          ? { step: 'status', ok: false, failure: { kind: 'token-refused', status: 401 }, works: 'Bearer' }
          : { step: 'read', ok: true, count: 3587 },
      ]),
    accountAdd: () => ok({ account: 'new' }),
  });
  await user.type(await address(), 'https://nettest.example.org/platform/');
  await user.type(screen.getByLabelText('Token', { selector: 'input[type=password]' }), 'secret');
  await user.click(await button('Test'));
  await screen.findByText('The server refused the token (401)');
  screen.getByText('203.0.113.7');
  screen.getByText('Through the proxy proxy.example:3128');
  screen.getByText('No certificate: http protects nothing');
  await user.click(await button('Use Bearer'));
  expect((screen.getByRole('radio', { name: 'Bearer' }) as HTMLInputElement).checked).toBe(true);
  await user.click(await button('Test'));
  await screen.findByText('Everything answers. You can connect.');
  screen.getByText(/^Reading is allowed: 3.587 notifications$/);
  await user.click(await button('Connect'));
  expect(fake.calls('accountAdd')).toEqual([
    {
      kind: 'inbox',
      baseUrl: 'https://nettest.example.org/platform',
      scheme: 'Bearer',
      token: 'secret',
      allowHttp: false,
      name: 'nettest.example.org',
    },
  ]);
});

test('nothing is sent while a field is wrong, and each says why', async () => {
  const { user, fake } = show({ accounts: [] });
  await user.click(await button('Connect'));
  await screen.findByText('Enter the server’s address.');
  screen.getByText('Paste the token.');
  await user.type(await address(), 'nettest');
  await user.tab();
  await screen.findByText(/This is no address/);
  expect(fake.calls('accountAdd')).toEqual([]);
});

test('http to another machine has to be allowed by name; another host has to be allowed anew', async () => {
  const { user, fake } = show({ accounts: [] }, [], { accountTest: () => ok([]) });
  await user.type(await address(), 'http://localhost:8000');
  expect(screen.queryByRole('checkbox')).toBeNull();
  await user.clear(await address());
  await user.type(await address(), 'http://10.0.0.1');
  const allow = await screen.findByRole('checkbox', { name: /Allow http for 10\.0\.0\.1/ });
  await user.click(allow);
  await user.type(screen.getByLabelText('Token', { selector: 'input[type=password]' }), 'x');
  await user.click(await button('Test'));
  expect(fake.calls('accountTest')[0]).toMatchObject({ baseUrl: 'http://10.0.0.1', allowHttp: true });
  await user.type(await address(), '2');
  expect((screen.getByRole('checkbox', { name: /10\.0\.0\.12/ }) as HTMLInputElement).checked).toBe(false);
});

test('what the server says of a field stands by it', async () => {
  const { user } = show({ accounts: [] }, [], {
    accountAdd: () => bad('bad-input', { fields: { baseUrl: 'There is such an account already.' } }),
  });
  await user.type(await address(), 'https://a.example');
  await user.type(screen.getByLabelText('Token', { selector: 'input[type=password]' }), 'x');
  await user.click(await button('Connect'));
  await screen.findByText('There is such an account already.');
  expect((await address()).getAttribute('aria-invalid')).toBe('true');
});

test('a name that another account of this address has is said by its field, in words', async () => {
  const { user } = show({ accounts: [] }, [], {
    accountAdd: () => bad('bad-input', { fields: { name: 'taken' } }),
  });
  await user.type(await address(), 'https://a.example');
  await user.type(screen.getByLabelText('Name'), 'Lab');
  await user.type(screen.getByLabelText('Token', { selector: 'input[type=password]' }), 'x');
  await user.click(await button('Connect'));
  await screen.findByText(/^There is an account of this name at this address already\. Choose another name/);
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByText(/was not understood/)).toBeNull();
});

test('the token is hidden until asked for, and the page says where it is kept', async () => {
  const { user } = show({ accounts: [] });
  const token = await screen.findByLabelText('Token', { selector: 'input[type=password]' });
  screen.getByText(/Kept by your desktop’s keyring \(GNOME Keyring\)/);
  await user.click(await button('Show'));
  expect(token.getAttribute('type')).toBe('text');
});

test('a token pasted as it is sent: the word before it becomes the scheme, and that is said', async () => {
  const { user, fake } = show({ accounts: [] }, [], { accountTest: () => ok([]) });
  await user.type(await address(), 'https://a.example');
  await user.click(screen.getByLabelText('Token', { selector: 'input[type=password]' }));
  await user.paste('Authorization: Bearer abc.def');
  expect((screen.getByRole('radio', { name: 'Bearer' }) as HTMLInputElement).checked).toBe(true);
  await screen.findByText(/^“Bearer” is how it is handed over/);
  await user.click(await button('Test'));
  expect(fake.calls('accountTest')[0]).toMatchObject({ scheme: 'Bearer', token: 'abc.def' });
  await user.click(screen.getByRole('radio', { name: 'Token' }));
  expect(screen.queryByText(/is how it is handed over/)).toBeNull();
});

test('in a header of its own a token goes as it is', async () => {
  const { user, fake } = show({ accounts: [] }, [], { accountTest: () => ok([]) });
  await user.type(await address(), 'https://a.example');
  await user.click(screen.getByRole('radio', { name: 'Header…' }));
  await user.type(screen.getByLabelText('Header name'), 'Authorization');
  await user.click(screen.getByLabelText('Token', { selector: 'input[type=password]' }));
  await user.paste('Bearer abc');
  await user.click(await button('Test'));
  expect(fake.calls('accountTest')[0]).toMatchObject({ scheme: 'Header', token: 'Bearer abc' });
});

test('where nothing safe is there it says so', async () => {
  show({
    accounts: [],
    desktop: {
      tray: true,
      toasts: 'ok',
      doNotDisturb: 'off',
      secrets: { name: 'basic_text', persistent: false },
    },
  });
  await screen.findByText(/Kept for this run only/);
});

test('tenant settings have their own address and scheme', async () => {
  const { user } = show({ accounts: [] });
  await user.click(await screen.findByRole('radio', { name: 'Tenant settings' }));
  expect(((await address()) as HTMLInputElement).value).toBe('https://api.aether365.io');
  expect((screen.getByRole('radio', { name: 'Bearer' }) as HTMLInputElement).checked).toBe(true);
});

test('sample data is one click', async () => {
  const { user, fake } = show({ accounts: [] }, [], { explore: () => ok({ account: 'sample' }) });
  await user.click(await button('Explore with sample data'));
  expect(fake.calls('explore')).toEqual([{}]);
});

test.for([
  {
    detail: 'ERR_CERT_AUTHORITY_INVALID',
    what: /issued by somebody whom this machine does not trust/,
    own: true,
  },
  { detail: 'ERR_CERT_DATE_INVALID', what: /not valid today/, own: false },
  { detail: 'ERR_CERT_COMMON_NAME_INVALID', what: /for another name/, own: false },
])('a certificate that is not trusted: $detail', async ({ detail, what, own }) => {
  const { user } = show({ accounts: [] }, [], {
    accountTest: () => ok([{ step: 'tls', ok: false, failure: { kind: 'tls', detail } }]),
  });
  await user.type(await address(), 'https://a.example');
  await user.type(screen.getByLabelText('Token', { selector: 'input[type=password]' }), 'x');
  await user.click(await button('Test'));
  await screen.findByText(what);
  expect(screen.queryByText('Does your company sign its own certificates?') !== null).toBe(own);
});

test.for([
  { name: 'GNOME Keyring', persistent: true, says: /^Kept by your desktop’s keyring \(GNOME Keyring\)\./ },
  { name: 'Windows DPAPI', persistent: true, says: /^Kept by Windows\./ },
  { name: 'GNOME Keyring', persistent: false, says: /GNOME Keyring\) does not answer\. Unlock it/ },
  { name: '', persistent: false, says: /this desktop offers no safe place for it/ },
])('where a token goes: “$name”, persistent $persistent', async ({ says, ...secrets }) => {
  show({ accounts: [], desktop: { ...aState().desktop, secrets } });
  await screen.findByText(says);
});

test('a test that met no answer does not say that it asks again by itself', async () => {
  const { user } = show({ accounts: [] }, [], {
    accountTest: () => ok([{ step: 'status', ok: false, failure: { kind: 'connection', detail: 'ERR_X' } }]),
  });
  await user.type(await address(), 'https://a.example');
  await user.type(screen.getByLabelText('Token', { selector: 'input[type=password]' }), 'x');
  await user.click(await button('Test'));
  await screen.findByText('The connection broke: “ERR_X”');
  screen.getByText('Try again.');
});
