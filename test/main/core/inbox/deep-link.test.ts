import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeepLink } from '../../../../src-main/core/inbox/deep-link';

test.for([
  ['tocsin://notification/abcd1234/3587', { kind: 'notification', account: 'abcd1234', id: '3587' }],
  ['tocsin://inbox', { kind: 'inbox', filter: {} }],
  ['tocsin://inbox?seen=no&level=major', { kind: 'inbox', filter: { seen: false, level: 'major' } }],
  [
    'tocsin://inbox?type=offline|8&severity=%3E%3D2',
    { kind: 'inbox', filter: { types: [8, 8], severity: { op: '>=', value: 2 } } },
  ],
  ['tocsin://inbox?text=core%20ring', { kind: 'inbox', filter: { text: 'core ring' } }],
] as const)('%s', ([link, wanted]) => {
  expect(readDeepLink(link)).toEqual(wanted);
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
  'tocsin://inbox#x',
  'tocsin://user@inbox',
  'tocsin://inbox:8080',
  'tocsin:inbox',
  'https://inbox',
  `tocsin://inbox?text=${'a'.repeat(3000)}`,
  '',
])('refused: %s', (link) => {
  expect(readDeepLink(link)).toBeUndefined();
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
      const link = readDeepLink(parts.join(''));
      if (link?.kind === 'notification')
        expect(`${link.account}/${link.id}`).toMatch(/^[a-z0-9]{4,32}\/\d{1,19}$/);
      else if (link)
        expect(
          Object.keys(link.filter).every((name) =>
            ['seen', 'level', 'types', 'severity', 'account', 'order', 'text'].includes(name),
          ),
        ).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
