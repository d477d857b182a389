import type { Account } from '../../../src-shared/account';
import {
  endOf,
  TENANT_FIELDS,
  type TenantChanges,
  type TenantField,
  type TenantSettings,
} from '../../../src-shared/tenant-settings';
import type { HistoryEntry, PastChange, PastField } from '../../../src-shared/tenant-view';
import { originOf } from '../accounts/accounts';
import type { Clock, Log, Secrets, TenantHistoryFile } from '../ports';

/** Changes kept of one account; older ones are forgotten, their webhooks too. */
const MOST = 50;

export interface TenantHistoryDeps {
  readonly file: TenantHistoryFile;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  /** Accounts whose changes are written down: none of the sample's, none that are gone. */
  readonly isKept: (account: string) => boolean;
}

/**
 * What was changed from here, of every tenant. A webhook stands in it by its host and end; whole it is in the secret
 * store alone, or for this run only where the desktop has none.
 */
export function createTenantHistory({ file, secrets, clock, log, isKept }: TenantHistoryDeps) {
  let entries = [...file.read()];
  let made = 0;

  const nameOf = (account: Account, id: string): string => `${originOf(account)}#webhook-${id}`;

  /** A disk that refuses costs the history, not the change that was just made. */
  function write(): void {
    try {
      file.write(entries.filter(({ account }) => isKept(account)));
    } catch (error) {
      log.event('history of settings', `not written: ${error instanceof Error ? error.message : ''}`);
    }
  }

  function of(account: Account) {
    const own = (): readonly HistoryEntry[] => entries.filter((one) => one.account === account.id);

    /** @returns the URL from before that change; `null`: there was none; `undefined`: it is not kept */
    function webhookBefore(id: string): string | null | undefined {
      const field = own()
        .find((one) => one.id === id)
        ?.fields.find((one) => one.field === 'teamsWebhookUrl');
      if (!field || field.field !== 'teamsWebhookUrl') return undefined;
      return field.from === null ? null : secrets.get(account.id, nameOf(account, id));
    }

    return {
      /** @param now the webhook that the server has */
      list: (now: string | null): readonly PastChange[] =>
        own()
          .toReversed()
          .map(({ id, at, fields }) => {
            const hasWebhook = fields.some(({ field }) => field === 'teamsWebhookUrl');
            const url = hasWebhook ? webhookBefore(id) : undefined;
            const webhookLost = hasWebhook && url === undefined;
            return { id, at, fields, webhookLost, webhookThere: url !== undefined && url === now };
          }),

      webhookBefore,

      /** @param changes what the server took; @param before what was there */
      async add(before: TenantSettings, changes: TenantChanges): Promise<void> {
        const fields = TENANT_FIELDS.flatMap((name) => pastField(name, before, changes));
        if (fields.length === 0) return;
        const id = `${clock.now().toString(36)}-${(made += 1).toString(36)}`;
        const { teamsWebhookUrl: url } = before;
        if (changes.teamsWebhookUrl !== undefined && url !== null)
          await secrets.put(account.id, nameOf(account, id), url);
        entries.push({ id, account: account.id, at: clock.now(), fields });
        const over = own().slice(0, -MOST);
        for (const { id: old } of over) secrets.drop(account.id, nameOf(account, old));
        entries = entries.filter((one) => !over.includes(one));
        write();
      },
    };
  }

  return {
    of,
    /** The account is gone; its secrets went with it. */
    forget(account: string): void {
      entries = entries.filter((one) => one.account !== account);
      write();
    },
  };
}
export type TenantHistory = ReturnType<typeof createTenantHistory>;
export type AccountHistory = ReturnType<TenantHistory['of']>;

function pastField(name: TenantField, before: TenantSettings, changes: TenantChanges): PastField[] {
  if (name === 'teamsWebhookUrl') {
    const to = changes.teamsWebhookUrl;
    return to === undefined ? [] : [{ field: name, from: masked(before.teamsWebhookUrl), to: masked(to) }];
  }
  const to = changes[name];
  return to === undefined ? [] : [{ field: name, from: before[name], to }];
}

/** The address as a person knows it again. */
function masked(url: string | null): { host: string; end: string } | null {
  if (url === null) return null;
  return { host: (URL.canParse(url) ? new URL(url).host : '').slice(0, 300), end: endOf(url) };
}
