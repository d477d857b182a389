import * as v from 'valibot';
import type { Failure } from './app-error';
import type { Json } from './json';
import type { AlteredFields, MaskedUrl, TenantField, TenantSettings } from './tenant-settings';

/** A tenant's settings as the window sees them: the webhook by its mask only; `null`: none set. */
export type MaskedSettings = Omit<TenantSettings, 'teamsWebhookUrl'> & {
  readonly teamsWebhookUrl: MaskedUrl | null;
};

/** One reading of a tenant's settings. */
export interface TenantView {
  readonly account: string;
  /** Names this reading when saving. */
  readonly version: number;
  /** ms since the epoch */
  readonly readAt: number;
  readonly settings: MaskedSettings;
  /** Fields that this version does not know: shown, never sent; without what looks like a secret. */
  readonly unknown: { readonly [name: string]: Json };
  /** Something in them is left out. */
  readonly unknownHidden: boolean;
  /** What was changed from here, the newest first. */
  readonly history: readonly PastChange[];
  /** What became of changes whose answer was lost, where this reading is the first since. */
  readonly settled: Settled | null;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** What stays of a webhook in the history: never enough to post with it. */
const MaskedEnd = v.strictObject({
  host: v.pipe(v.string(), v.maxLength(300)),
  end: v.pipe(v.string(), v.maxLength(4)),
});

const PastField = v.variant('field', [
  v.strictObject({
    field: v.picklist(['emailOnComplete', 'emailOnFail', 'teamsOnComplete', 'teamsOnFail']),
    from: v.boolean(),
    to: v.boolean(),
  }),
  v.strictObject({
    field: v.literal('teamsWebhookUrl'),
    from: v.nullable(MaskedEnd),
    to: v.nullable(MaskedEnd),
  }),
]);
export type PastField = v.InferOutput<typeof PastField>;

/** A change made from here, as it is written down. */
export const HistoryEntry = v.strictObject({
  id,
  account: id,
  /** ms since the epoch */
  at: v.pipe(v.number(), v.integer()),
  fields: v.pipe(v.array(PastField), v.minLength(1), v.maxLength(5)),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

/** The same, as the window gets it. */
export interface PastChange extends Omit<HistoryEntry, 'account'> {
  /** The webhook from before is not kept (any longer): it cannot be put back from here. */
  readonly webhookLost: boolean;
  /** It is the one that stands there now: nothing to put back. */
  readonly webhookThere: boolean;
}

/** `open`: fields that are as they were before. */
export type Settled =
  | { readonly state: 'saved'; readonly altered: AlteredFields }
  | { readonly state: 'not-applied'; readonly open: readonly TenantField[] };

export type TenantSaved =
  /** `lost`: the answer did not come, but the settings, read again, say so. */
  | {
      readonly state: 'saved';
      readonly view: TenantView;
      readonly altered: AlteredFields;
      readonly lost: boolean;
    }
  | { readonly state: 'conflict'; readonly view: TenantView; readonly fields: readonly TenantField[] }
  /** The answer did not come, and read again the settings are, in the `open` fields, as they were. */
  | {
      readonly state: 'not-applied';
      readonly view: TenantView;
      readonly open: readonly TenantField[];
      readonly failure: Failure;
    }
  /** The answer did not come, and the settings could not be read again: nobody knows. */
  | { readonly state: 'unknown'; readonly failure: Failure };

/** A webhook that the window does not know, by where main finds it. */
export const WebhookSource = v.variant('from', [
  /** The one from before a change of this account's history. */
  v.strictObject({ from: v.literal('history'), id }),
  /** The one that another account had at the reading named by `version`. */
  v.strictObject({
    from: v.literal('account'),
    account: id,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
]);
export type WebhookSource = v.InferOutput<typeof WebhookSource>;
