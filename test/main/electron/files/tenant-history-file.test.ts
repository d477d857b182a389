import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../../../src-shared/tenant-view';
import { createTenantHistoryFile } from '../../../../src-main/electron/files/tenant-history-file';
import { createFakeFile } from '../support/fakes';

const entry: HistoryEntry = {
  id: 'a-1',
  account: 'orion',
  at: 1_795_000_000_000,
  fields: [{ field: 'teamsWebhookUrl', from: { host: 'relay.example', end: 'd41d' }, to: null }],
};

test('comes back as it was written', () => {
  const file = createFakeFile();
  createTenantHistoryFile(file).write([entry]);
  expect(createTenantHistoryFile(file).read()).toEqual([entry]);
  expect(createTenantHistoryFile(createFakeFile()).read()).toEqual([]);
  expect(file.copies).toEqual([]);
});

test.for([
  { what: 'no time', broken: { ...entry, at: 'then' } },
  { what: 'another field', broken: { ...entry, fields: [{ field: 'sms', from: true, to: false }] } },
  {
    what: 'a flag as a text',
    broken: { ...entry, fields: [{ field: 'emailOnFail', from: 'on', to: false }] },
  },
  {
    what: 'a webhook in clear',
    broken: {
      ...entry,
      fields: [{ field: 'teamsWebhookUrl', from: { host: 'relay.example', end: 'a-long-secret' }, to: null }],
    },
  },
  { what: 'nothing changed', broken: { ...entry, fields: [] } },
  { what: 'no object', broken: 7 },
])('an entry with $what costs only itself, and a copy is kept', ({ broken }) => {
  const file = createFakeFile({ changes: [broken, entry] });
  expect(createTenantHistoryFile(file).read()).toEqual([entry]);
  expect(file.copies).toHaveLength(1);
});

test('that is no list is empty, and a copy is kept', () => {
  const file = createFakeFile({ changes: 'none' });
  expect(createTenantHistoryFile(file).read()).toEqual([]);
  expect(file.copies).toHaveLength(1);
});
