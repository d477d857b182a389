import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  alteredFields,
  conflicts,
  createUrlMarks,
  diff,
  maskUrl,
  readWebhook,
  TENANT_FIELDS,
  TenantChanges,
  type TenantSettings,
} from '../../src-shared/tenant-settings';

const base: TenantSettings = {
  emailOnComplete: true,
  emailOnFail: true,
  teamsWebhookUrl: null,
  teamsOnComplete: false,
  teamsOnFail: false,
};
const current =
  'https://default0a1b2c.3d.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/4f/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=Ab-Cd_eF';

test.for<{ wanted: TenantChanges; sent: TenantChanges }>([
  { wanted: {}, sent: {} },
  { wanted: { ...base }, sent: {} },
  {
    wanted: { emailOnComplete: false, emailOnFail: false },
    sent: { emailOnComplete: false, emailOnFail: false },
  },
  { wanted: { emailOnComplete: true, teamsOnFail: true }, sent: { teamsOnFail: true } },
  { wanted: { teamsWebhookUrl: current }, sent: { teamsWebhookUrl: current } },
  { wanted: { teamsWebhookUrl: null }, sent: {} },
])('wanted $wanted sends $sent', ({ wanted, sent }) => {
  expect(diff(base, wanted)).toEqual(sent);
});

test('clearing the webhook is a change; “not touched” is none', () => {
  const set = { ...base, teamsWebhookUrl: current };
  expect(diff(set, { teamsWebhookUrl: null })).toEqual({ teamsWebhookUrl: null });
  expect(diff(set, {})).toEqual({});
});

test.for<{ when: string; now: Partial<TenantSettings>; wanted: TenantChanges; open: string[] }>([
  { when: 'nobody else changed', now: {}, wanted: { emailOnFail: false }, open: [] },
  { when: 'another field changed', now: { teamsOnFail: true }, wanted: { emailOnFail: false }, open: [] },
  {
    when: 'the same field, to the same',
    now: { emailOnFail: false },
    wanted: { emailOnFail: false },
    open: [],
  },
  {
    when: 'the same flag, which I put back',
    now: { emailOnFail: false },
    wanted: { emailOnFail: true },
    open: ['emailOnFail'],
  },
  {
    when: 'two webhooks',
    now: { teamsWebhookUrl: 'https://a.example/' },
    wanted: { teamsWebhookUrl: current },
    open: ['teamsWebhookUrl'],
  },
  {
    when: 'cleared by them, set by me',
    now: { teamsWebhookUrl: 'https://a.example/' },
    wanted: { teamsWebhookUrl: null },
    open: ['teamsWebhookUrl'],
  },
])('$when → to be decided: $open', ({ now, wanted, open }) => {
  expect(conflicts(base, { ...base, ...now }, wanted)).toEqual(open);
});

const settings = fc.record<TenantSettings>({
  emailOnComplete: fc.boolean(),
  emailOnFail: fc.boolean(),
  teamsWebhookUrl: fc.option(fc.webUrl(), { nil: null }),
  teamsOnComplete: fc.boolean(),
  teamsOnFail: fc.boolean(),
});

test('what is sent, put over what is there, gives what is wanted; and nothing else is sent', () => {
  fc.assert(
    fc.property(settings, settings, fc.subarray([...TENANT_FIELDS]), (there, all, touched) => {
      const wanted = Object.fromEntries(touched.map((name) => [name, all[name]])) as TenantChanges;
      const sent = diff(there, wanted);
      expect({ ...there, ...sent }).toEqual({ ...there, ...wanted });
      for (const name of Object.keys(sent) as (keyof TenantSettings)[])
        expect(sent[name]).not.toEqual(there[name]);
    }),
  );
});

test('a conflict is only ever about a field that both changed', () => {
  fc.assert(
    fc.property(settings, settings, settings, (before, now, wanted) => {
      for (const name of conflicts(before, now, wanted)) {
        expect(now[name]).not.toEqual(before[name]);
        expect(now[name]).not.toEqual(wanted[name]);
      }
      expect(conflicts(before, before, wanted)).toEqual([]);
      expect(conflicts(before, wanted, wanted)).toEqual([]);
    }),
  );
});

test.for<{ kept: Partial<TenantSettings>; altered: object }>([
  { kept: {}, altered: {} },
  { kept: { teamsWebhookUrl: current.slice(0, 200) }, altered: { teamsWebhookUrl: 'cut' } },
  { kept: { teamsWebhookUrl: current.replace('Ab-Cd', 'ab-cd') }, altered: { teamsWebhookUrl: 'other' } },
  { kept: { teamsWebhookUrl: current.replaceAll('%2F', '/') }, altered: { teamsWebhookUrl: 'other' } },
  { kept: { teamsWebhookUrl: '' }, altered: { teamsWebhookUrl: 'other' } },
  { kept: { teamsWebhookUrl: null }, altered: { teamsWebhookUrl: 'other' } },
  { kept: { teamsOnFail: false }, altered: { teamsOnFail: 'other' } },
  { kept: { emailOnFail: false }, altered: {} },
])('sent, and the server keeps $kept: $altered', ({ kept, altered }) => {
  const sent = { teamsWebhookUrl: current, teamsOnFail: true };
  expect(alteredFields(sent, { ...base, ...sent, ...kept })).toEqual(altered);
});

const signed = (host: string): string =>
  `https://${host}/powerautomate/automations/direct/cu/02/workflows/4f/triggers/manual/paths/invoke?api-version=1&sig=x%2FY`;

test.for([
  { url: 'https://outlook.office.com/webhook/0a-1b@2c/IncomingWebhook/3d/4e', advice: 'retired' },
  { url: 'https://outlook.office365.com/webhook/0a', advice: 'retired' },
  { url: 'https://contoso.webhook.office.com/webhookb2/0a@1b/IncomingWebhook/2c/3d', advice: 'retired' },
  {
    url: 'https://prod-27.westeurope.logic.azure.com/workflows/4f/triggers/manual/paths/invoke?sig=x',
    advice: 'stopped',
  },
  { url: 'https://prod-27.westeurope.logic.azure.com:443/workflows/4f?sig=x', advice: 'stopped' },
  { url: current, advice: 'current' },
  { url: signed('default0a1b2c.3d.environment.api.powerplatform.com'), advice: 'current' },
  { url: signed('DEFAULT0A.3D.Environment.API.PowerPlatform.com:443'), advice: 'current' },
  { url: current.replace(/&sig=.*/, ''), advice: 'unsigned' },
  { url: current.replace(/sig=.*/, 'sig='), advice: 'unsigned' },
  { url: 'https://relay.example/teams', advice: 'unrecognised' },
  // A host is compared label by label, never by substring.
  { url: 'https://outlook.office.com.evil.com/webhook/0a', advice: 'unrecognised' },
  { url: 'https://evil-outlook.office.com/webhook/0a', advice: 'unrecognised' },
  { url: 'https://webhook.office.com/webhookb2/0a', advice: 'unrecognised' },
  { url: 'https://a.b.webhook.office.com/webhookb2/0a', advice: 'unrecognised' },
  { url: signed('environment.api.powerplatform.com'), advice: 'unrecognised' },
  { url: signed('a.b.environment.api.powerplatform.com.evil.com'), advice: 'unrecognised' },
])('$advice: $url, byte for byte', ({ url, advice }) => {
  expect(readWebhook(`\n ${url}\t`)).toEqual({ ok: true, url, advice });
});

test.for([
  { text: '', problem: 'empty' },
  { text: ' \n', problem: 'empty' },
  { text: 'outlook.office.com/webhook/0a', problem: 'not-a-url' },
  { text: 'https://', problem: 'not-a-url' },
  { text: 'https://relay.example/a\nb', problem: 'not-a-url' },
  { text: 'https://relay.example/a b', problem: 'not-a-url' },
  { text: 'http://relay.example/teams', problem: 'scheme' },
  { text: 'javascript:alert(1)', problem: 'scheme' },
  { text: 'https://user:password@relay.example/', problem: 'credentials' },
  { text: 'https://user@relay.example/', problem: 'credentials' },
  { text: `https://relay.example/${'x'.repeat(2048)}`, problem: 'long' },
])('$text is refused: $problem', ({ text, problem }) => {
  expect(readWebhook(text)).toEqual({ ok: false, problem });
});

test('2,048 characters are allowed, an empty string is never sent', () => {
  const longest = `https://relay.example/${'x'.repeat(2048 - 22)}`;
  expect(readWebhook(longest)).toMatchObject({ ok: true, url: longest });
  expect(v.is(TenantChanges, { teamsWebhookUrl: longest })).toBe(true);
  expect(v.is(TenantChanges, { teamsWebhookUrl: '' })).toBe(false);
  expect(v.is(TenantChanges, { teamsWebhookUrl: null })).toBe(true);
  expect(v.is(TenantChanges, { emailsOnFail: true })).toBe(false);
});

test('masked: the host and the last four characters, and nothing of the rest', () => {
  const markOf = createUrlMarks();
  expect(maskUrl(current, markOf)).toEqual({
    host: 'default0a1b2c.3d.environment.api.powerplatform.com',
    end: 'd_eF',
    advice: 'current',
    mark: 1,
  });
  expect(maskUrl('a text that is no url', markOf)).toEqual({ host: '', end: ' url', advice: null, mark: 2 });
  expect(maskUrl(current, markOf).mark).toBe(1);
  expect(maskUrl('https://a.b/x', markOf).end).toBe('');
});
