import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createUrlMarks,
  diff,
  maskUrl,
  TENANT_FIELDS,
  type TenantSettings,
} from '../../src-shared/tenant-settings';
import type { MaskedSettings } from '../../src-shared/tenant-view';
import {
  changedFields,
  previewOf,
  rebase,
  revert,
  setFlag,
  UNTOUCHED,
  wantedBy,
  without,
} from '../../src-renderer/tenant-settings/form';
import { isTouched, type FlagField, type Form } from '../../src-renderer/tenant-draft';

const settings: MaskedSettings = {
  emailOnComplete: true,
  emailOnFail: true,
  teamsWebhookUrl: { host: 'outlook.office.com', end: '9a1c', advice: 'retired', mark: 1 },
  teamsOnComplete: false,
  teamsOnFail: true,
};
const changesOf = (form: Form) => wantedBy(form).changes;

test('only what changed is sent, and setting it back is no change', () => {
  const off = setFlag(UNTOUCHED, settings, 'emailOnFail', false);
  expect(changesOf(off)).toEqual({ emailOnFail: false });
  expect(changesOf(setFlag(off, settings, 'emailOnFail', true))).toEqual({});
  expect(changesOf({ ...UNTOUCHED, webhook: { kind: 'remove' } })).toEqual({ teamsWebhookUrl: null });
  expect(
    changesOf({ ...UNTOUCHED, webhook: { kind: 'new', text: ' https://a.example/%2F?sig=Ab ' } }),
  ).toEqual({ teamsWebhookUrl: 'https://a.example/%2F?sig=Ab' });
  expect(changesOf({ ...UNTOUCHED, webhook: { kind: 'new', text: '  ' } })).toEqual({});
});

test('what somebody else set to the same is no change any more', () => {
  const form = setFlag(UNTOUCHED, settings, 'emailOnFail', false);
  expect(rebase(form, { ...settings, emailOnFail: false }).flags).toEqual({});
  expect(
    rebase({ ...UNTOUCHED, webhook: { kind: 'remove' } }, { ...settings, teamsWebhookUrl: null }),
  ).toEqual(UNTOUCHED);
  expect(without({ ...form, webhook: { kind: 'remove' } }, ['teamsWebhookUrl'])).toEqual(form);
});

describe('taking a past change back', () => {
  const past = { id: 'p1', at: 0, webhookLost: false, webhookThere: false };
  const old = { host: 'a.example', end: 'beef' };
  test.for<{
    when: string;
    fields: Parameters<typeof revert>[2]['fields'];
    lost?: boolean;
    there?: boolean;
    form: Form;
  }>([
    {
      when: 'a flag',
      fields: [{ field: 'teamsOnFail', from: false, to: true }],
      form: { flags: { teamsOnFail: false }, webhook: { kind: 'keep' } },
    },
    {
      when: 'a flag that is so again',
      fields: [{ field: 'emailOnFail', from: true, to: false }],
      form: UNTOUCHED,
    },
    {
      when: 'a webhook set',
      fields: [{ field: 'teamsWebhookUrl', from: null, to: old }],
      form: { flags: {}, webhook: { kind: 'remove' } },
    },
    {
      when: 'a webhook replaced',
      fields: [{ field: 'teamsWebhookUrl', from: old, to: null }],
      form: { flags: {}, webhook: { kind: 'past', id: 'p1', url: old } },
    },
    {
      when: 'a webhook that is there again',
      fields: [{ field: 'teamsWebhookUrl', from: old, to: null }],
      there: true,
      form: UNTOUCHED,
    },
    {
      when: 'a webhook that is not kept, and a flag',
      fields: [
        { field: 'teamsWebhookUrl', from: old, to: null },
        { field: 'teamsOnFail', from: false, to: true },
      ],
      lost: true,
      form: { flags: { teamsOnFail: false }, webhook: { kind: 'keep' } },
    },
  ])('$when', ({ fields, lost = false, there = false, form }) => {
    expect(revert(UNTOUCHED, settings, { ...past, fields, webhookLost: lost, webhookThere: there })).toEqual(
      form,
    );
  });

  test('other changes stay, and main is asked for the webhook by its place in the history', () => {
    const begun = setFlag(UNTOUCHED, settings, 'emailOnFail', false);
    const fields = [{ field: 'teamsWebhookUrl' as const, from: old, to: null }];
    const form = revert(begun, settings, { ...past, fields });
    expect(wantedBy(form)).toEqual({
      changes: { emailOnFail: false },
      webhook: { from: 'history', id: 'p1' },
    });
    expect(changedFields(form)).toEqual(['emailOnFail', 'teamsWebhookUrl']);
  });
});

const urls = fc.stringMatching(/^[a-z0-9]{20}$/).map((text) => `https://relay.example/${text}`);
const tenants = fc.record<TenantSettings>({
  emailOnComplete: fc.boolean(),
  emailOnFail: fc.boolean(),
  teamsWebhookUrl: fc.option(urls, { nil: null }),
  teamsOnComplete: fc.boolean(),
  teamsOnFail: fc.boolean(),
});
const acts = fc.array(
  fc.oneof(
    fc.record({
      flag: fc.constantFrom<FlagField>('emailOnComplete', 'emailOnFail', 'teamsOnComplete', 'teamsOnFail'),
      on: fc.boolean(),
    }),
    fc.record({ webhook: fc.oneof(fc.constantFrom(null, 'keep' as const), urls) }),
  ),
  { maxLength: 8 },
);
type Act = typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never;

/** A person's acts on the form over what is shown. */
const done = (shown: MaskedSettings, all: readonly Act[]): Form =>
  all.reduce((form: Form, one): Form => {
    if ('flag' in one) return setFlag(form, shown, one.flag, one.on);
    if (one.webhook === null) return { ...form, webhook: { kind: 'remove' } };
    if (one.webhook === 'keep') return { ...form, webhook: { kind: 'keep' } };
    return { ...form, webhook: { kind: 'new', text: one.webhook } };
  }, UNTOUCHED);

test('the PATCH touches only what the person changed, and applying it gives what the preview said', () => {
  fc.assert(
    fc.property(tenants, tenants, acts, (seen, now, all) => {
      const markOf = createUrlMarks();
      const masked = (of: TenantSettings): MaskedSettings => ({
        ...of,
        teamsWebhookUrl: of.teamsWebhookUrl === null ? null : maskUrl(of.teamsWebhookUrl, markOf),
      });
      // Begun over what was seen; somebody else made it `now` meanwhile.
      const form = rebase(done(masked(seen), all), masked(now));
      const { changes } = wantedBy(form);
      const patch = diff(now, changes);
      const touched = new Set(all.map((one) => ('flag' in one ? one.flag : ('teamsWebhookUrl' as const))));
      for (const name of Object.keys(patch)) expect(touched.has(name as FlagField)).toBe(true);
      const after = { ...now, ...patch };
      const preview = previewOf(form, masked(now));
      for (const { field, from, to } of preview) {
        if (field === 'teamsWebhookUrl') {
          expect(from).toBe(now[field]?.slice(-4) ?? null);
          expect(to).toBe(after[field]?.slice(-4) ?? null);
        } else {
          expect([from, to]).toEqual([now[field], after[field]]);
          expect(from).not.toBe(to);
        }
      }
      const told = preview.map(({ field }) => field);
      for (const name of TENANT_FIELDS) {
        if (!told.includes(name)) expect(after[name]).toBe(now[name]);
        if (Object.hasOwn(patch, name)) expect(told).toContain(name);
      }
      expect(isTouched(form)).toBe(told.length > 0);
    }),
    { numRuns: 500 },
  );
});
