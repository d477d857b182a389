import { expect, test } from 'vitest';
import type { Json } from '../../../../src-shared/json';
import { maskUnknown } from '../../../../src-main/core/tenant/mask-unknown';
import { HOOK, kindOf, tenant } from './tenant-world';

const SLACK = 'https://hooks.slack.example/services/T0/B0/Xyz19a1c';

test.for<{ field: string; value: Json; shown?: Json }>([
  { field: 'slackUrl', value: SLACK, shown: 'https://hooks.slack.example/•••9a1c' },
  { field: 'portal', value: 'https://portal.example/', shown: 'https://portal.example/' },
  { field: 'portal', value: 'https://user:pw@portal.example/', shown: 'https://portal.example/•••ple/' },
  { field: 'webhook', value: 'https://short.example', shown: 'https://short.example/•••mple' },
  { field: 'note', value: `posts to ${SLACK}`, shown: '•••9a1c' },
  { field: 'note', value: 'call?sig=abcd', shown: '•••' },
  { field: 'apiKey', value: 'short', shown: '•••' },
  { field: 'smsApi_key', value: 'short', shown: '•••' },
  { field: 'password', value: '', shown: '' },
  { field: 'pager', value: 'ae_live_0123456789abcdef', shown: '•••cdef' },
  { field: 'owner', value: '3f66924e-9f09-4fb8-8223-8fc2a7874488', shown: '•••4488' },
  { field: 'plan', value: 'professional', shown: 'professional' },
  { field: 'plan', value: 'professionalWithoutLimits', shown: 'professionalWithoutLimits' },
  { field: 'since', value: '2026-11-22T10:00:00.000+01:00', shown: '2026-11-22T10:00:00.000+01:00' },
  {
    field: 'mail',
    value: 'somebody.with.a.long.name@firm.example',
    shown: 'somebody.with.a.long.name@firm.example',
  },
  {
    field: 'text',
    value: 'a sentence of some length, as people write them',
    shown: 'a sentence of some length, as people write them',
  },
  { field: 'count', value: 12345678901234, shown: 12345678901234 },
  { field: 'flag', value: true, shown: true },
  { field: 'none', value: null, shown: null },
  {
    field: 'sms',
    value: { on: true, url: SLACK, more: [SLACK, 7] },
    shown: {
      on: true,
      url: 'https://hooks.slack.example/•••9a1c',
      more: ['https://hooks.slack.example/•••9a1c', 7],
    },
  },
  { field: 'tokens', value: ['a', 'b'], shown: ['•••', '•••'] },
])('$field: $value → $shown', ({ field, value, shown }) => {
  const masked = maskUnknown({ [field]: value });
  expect(masked.shown).toEqual({ [field]: shown });
  expect(masked.hidden).toBe(JSON.stringify(value) !== JSON.stringify(shown));
});

test('the window gets them whole on a click alone, as they were at its reading', async () => {
  const { server, service } = tenant();
  server.unknown = { smsOnFail: true, secondWebhook: HOOK };
  const view = await service.load();
  expect(view.unknownHidden).toBe(true);
  expect(view.unknown['smsOnFail']).toBe(true);
  expect(JSON.stringify(view)).not.toContain('CANARY');
  server.unknown = {};
  expect((await service.load()).unknownHidden).toBe(false);
  expect(service.unknown(view.version)).toEqual({ smsOnFail: true, secondWebhook: HOOK });
  expect(await kindOf(Promise.resolve().then(() => service.unknown(99)))).toBe('gone');
});
