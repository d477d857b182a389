import type { AccountState } from '../src-shared/app-state';
import type { TenantField } from '../src-shared/tenant-settings';
import type { PastChange } from '../src-shared/tenant-view';

export type FlagField = Exclude<TenantField, 'teamsWebhookUrl'>;
type PastWebhook = Extract<PastChange['fields'][number], { field: 'teamsWebhookUrl' }>['from'];

/** What is done to the webhook: it is a secret, so an old value is never in the form. */
type WebhookDraft =
  | { readonly kind: 'keep' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'new'; readonly text: string }
  /** The one from before a change in the history, which main knows. */
  | { readonly kind: 'past'; readonly id: string; readonly url: NonNullable<PastWebhook> };

/** What the person changed and has not saved. */
export interface Form {
  readonly flags: { readonly [Name in FlagField]?: boolean };
  readonly webhook: WebhookDraft;
}

/** A form that outlives its page. */
export interface TenantDraft {
  readonly form: Form;
  /** The webhook that stood there when its change was begun, by its mark; 0: none. Another one by now is a conflict. */
  readonly over: number;
  /** It was sent as it is, and nobody knows what became of it. */
  readonly sent: boolean;
}
export type Drafts = { readonly [account: string]: TenantDraft };

/** Those of accounts that are still there. */
export function draftsOf(accounts: readonly AccountState[], drafts: Drafts): Drafts {
  const left = Object.entries(drafts).filter(([account]) => accounts.some(({ id }) => id === account));
  return left.length === Object.keys(drafts).length ? drafts : Object.fromEntries(left);
}

/** Something is changed or typed that is not saved. An opened, empty field is not. */
export const isTouched = ({ flags, webhook }: Form): boolean =>
  Object.keys(flags).length > 0 ||
  (webhook.kind === 'new' ? webhook.text.trim() !== '' : webhook.kind !== 'keep');
