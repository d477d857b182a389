import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import type { TenantSettings } from '../../../../src-shared/tenant-settings';
import type { HistoryEntry } from '../../../../src-shared/tenant-view';
import { createTenantHistory } from '../../../../src-main/core/tenant/tenant-history';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets } from '../../../support/fake-desktop';
import { ACCOUNT, HOOK, tenant } from './tenant-world';

const before: TenantSettings = {
  emailOnComplete: true,
  emailOnFail: true,
  teamsWebhookUrl: HOOK,
  teamsOnComplete: false,
  teamsOnFail: false,
};

function setUp({
  kept = [],
  secrets = createFakeSecrets(),
  isKept = () => true,
}: {
  kept?: readonly HistoryEntry[];
  secrets?: ReturnType<typeof createFakeSecrets>;
  isKept?: (account: string) => boolean;
} = {}) {
  const clock = createFakeClock();
  const disk = { entries: kept, broken: false };
  const lines: string[] = [];
  const file = {
    read: () => disk.entries,
    write: (entries: readonly HistoryEntry[]) => {
      if (disk.broken) throw fail('storage');
      disk.entries = entries;
    },
  };
  const log = { event: (event: string) => void lines.push(event), bug: () => undefined };
  const all = createTenantHistory({ file, secrets, clock, log, isKept });
  return { all, history: all.of(ACCOUNT), disk, lines, secrets, clock };
}

test('newest first, with the values from before; of a webhook its host and end, the whole in the secret store alone', async () => {
  const { history, disk, clock } = setUp();
  await history.add(before, { teamsOnFail: true });
  await clock.pass(1000);
  await history.add(before, { teamsWebhookUrl: null });
  expect(history.list(null)).toMatchObject([
    {
      at: clock.now(),
      fields: [
        {
          field: 'teamsWebhookUrl',
          from: { host: 'default0a.1b.environment.api.powerplatform.com', end: '%2Fa' },
          to: null,
        },
      ],
      webhookLost: false,
    },
    { fields: [{ field: 'teamsOnFail', from: false, to: true }], webhookLost: false },
  ]);
  expect(JSON.stringify([disk.entries, history.list(null)])).not.toContain('CANARY');
  expect(history.webhookBefore(history.list(null)[0]!.id)).toBe(HOOK);
  expect(history.webhookBefore(history.list(null)[1]!.id)).toBeUndefined();
});

test('found again at the next start; a webhook that was kept for one run only is said to be lost', async () => {
  const first = setUp();
  await first.history.add(before, { teamsWebhookUrl: 'https://relay.example/another', emailOnFail: false });
  const { id } = first.history.list(null)[0]!;
  const again = setUp({ kept: first.disk.entries, secrets: first.secrets });
  expect(again.history.webhookBefore(id)).toBe(HOOK);
  const forgotten = setUp({ kept: first.disk.entries });
  expect(forgotten.history.list(null)).toMatchObject([{ id, webhookLost: true }]);
  expect(forgotten.history.webhookBefore(id)).toBeUndefined();
});

test('the one that stands there already has nothing to be put back, however alike another may look', async () => {
  const { history } = setUp();
  const other = HOOK.replace('CANARY', 'ANOTHER');
  await history.add(before, { teamsWebhookUrl: other });
  await history.add({ ...before, teamsWebhookUrl: other }, { teamsWebhookUrl: HOOK });
  await history.add(before, { emailOnFail: false });
  const there = (now: string): boolean[] => history.list(now).map(({ webhookThere }) => webhookThere);
  expect([there(HOOK), there(other)]).toEqual([
    [false, false, true],
    [false, true, false],
  ]);
});

test('“none before” can always be put back', async () => {
  const { history } = setUp();
  await history.add({ ...before, teamsWebhookUrl: null }, { teamsWebhookUrl: HOOK });
  const [past] = history.list(null);
  expect(past?.webhookLost).toBe(false);
  expect(history.webhookBefore(past!.id)).toBeNull();
});

test('fifty are kept; with the oldest goes its webhook', async () => {
  const { history, disk, secrets } = setUp();
  await history.add(before, { teamsWebhookUrl: null });
  const { id } = history.list(null)[0]!;
  const kept = (): string | undefined => secrets.get('t', `https://api.example#webhook-${id}`);
  expect(kept()).toBe(HOOK);
  for (let i = 0; i < 50; i += 1) await history.add(before, { emailOnFail: i % 2 === 0 });
  expect(history.list(null)).toHaveLength(50);
  expect(disk.entries).toHaveLength(50);
  expect(new Set(history.list(null).map((one) => one.id)).size).toBe(50);
  expect(history.webhookBefore(id)).toBeUndefined();
  expect(kept()).toBeUndefined();
});

test('one account’s changes are its own, gone with it; the sample’s are never written', async () => {
  const { all, history, disk } = setUp({ isKept: (account) => account !== 'sample' });
  const sample = all.of({ ...ACCOUNT, id: 'sample' });
  await history.add(before, { emailOnFail: false });
  await sample.add(before, { emailOnFail: false });
  expect(disk.entries.map(({ account }) => account)).toEqual(['t']);
  expect(sample.list(null)).toHaveLength(1);
  all.forget('t');
  expect(history.list(null)).toEqual([]);
  expect(disk.entries).toEqual([]);
});

test('a disk that refuses costs the history, not the change', async () => {
  const { history, disk, lines } = setUp();
  disk.broken = true;
  await history.add(before, { emailOnFail: false });
  expect(history.list(null)).toHaveLength(1);
  expect(lines).toEqual(['history of settings']);
});

test('a save writes what changed, and nothing where nothing did', async () => {
  const { history, service } = tenant();
  const { version } = await service.load();
  await service.save(version, { emailOnFail: false, emailOnComplete: true });
  await service.save(version, { emailOnFail: false });
  expect(history.list(null)).toMatchObject([{ fields: [{ field: 'emailOnFail', from: true, to: false }] }]);
  expect(history.list(null)).toHaveLength(1);
  expect((await service.load()).history).toEqual(history.list(null));
});
