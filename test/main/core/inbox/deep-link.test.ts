import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../../../src-shared/days';
import { readDeepLink } from '../../../../src-main/core/inbox/deep-link';

/** 22 November 2026. */
const SUNDAY = dayNumber('2026-11-22')!;

test.for([
  ['tocsin://notification/abcd1234/3587', { kind: 'notification', account: 'abcd1234', id: '3587' }],
  ['tocsin://inbox', { kind: 'inbox', filter: {} }],
  ['tocsin://inbox?seen=no&level=major', { kind: 'inbox', filter: { seen: false, level: 'major' } }],
  [
    'tocsin://inbox?type=offline|8&severity=%3E%3D2',
    { kind: 'inbox', filter: { types: [8, 8], severity: { op: '>=', value: 2 } } },
  ],
  [
    'tocsin://inbox?on=tuesday&type=failed',
    { kind: 'inbox', filter: { since: '2026-11-17', until: '2026-11-17', types: [3] } },
  ],
  ['tocsin://inbox?snoozed=yes', { kind: 'inbox', filter: { snoozed: true } }],
  ['tocsin://inbox?since=2026-11-17', { kind: 'inbox', filter: { since: '2026-11-17' } }],
  ['tocsin://inbox?text=core%20ring', { kind: 'inbox', filter: { text: 'core ring' } }],
] as const)('%s', ([link, wanted]) => {
  expect(readDeepLink(link, SUNDAY)).toEqual(wanted);
});

test.for([
  'tocsin://notification/abcd1234',
  'tocsin://notification/abcd1234/3587/',
  'tocsin://notification/abcd1234/3587?mark=true',
  'tocsin://notification/../3587',
  'tocsin://notification/abcd1234/35%2087',
  'tocsin://notification/ABCD/1',
  'tocsin://mark/abcd1234/3587',
  'tocsin://inbox/all',
  'tocsin://inbox?seen=no&seen=yes',
  'tocsin://inbox?seen=no%20type:8',
  'tocsin://inbox?delete=1',
  'tocsin://inbox?seen=maybe',
  'tocsin://inbox?on=someday',
  'tocsin://inbox?until=2026-02-30',
  'tocsin://inbox#x',
  'tocsin://user@inbox',
  'tocsin://inbox:8080',
  'tocsin:inbox',
  'https://inbox',
  `tocsin://inbox?text=${'a'.repeat(3000)}`,
  '',
])('refused: %s', (link) => {
  expect(readDeepLink(link, SUNDAY)).toBeUndefined();
});

test('whatever comes: a known form or nothing, and never a throw', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'tocsin://',
      'notification',
      'inbox',
      '/',
      '?',
      '&',
      '=',
      'seen',
      'no',
      '..',
      '%00',
      '@',
      '#',
      'abcd',
      '1',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      const link = readDeepLink(parts.join(''), SUNDAY);
      if (link?.kind === 'notification')
        expect(`${link.account}/${link.id}`).toMatch(/^[a-z0-9]{4,32}\/\d{1,19}$/);
      else if (link)
        expect(
          Object.keys(link.filter).every((name) =>
            [
              'seen',
              'snoozed',
              'level',
              'types',
              'severity',
              'since',
              'until',
              'account',
              'order',
              'text',
            ].includes(name),
          ),
        ).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
