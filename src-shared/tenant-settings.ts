import * as v from 'valibot';
import { WEBHOOK_HOSTS } from './webhook-hosts';

/** The five settings of a tenant (api.md, part 2). Unknown fields are shown and never sent back. */
export const TenantSettings = v.object({
  emailOnComplete: v.boolean(),
  emailOnFail: v.boolean(),
  // Many a service keeps "none" as an empty string.
  teamsWebhookUrl: v.nullable(
    v.pipe(
      v.string(),
      v.transform((url) => (url === '' ? null : url)),
    ),
  ),
  teamsOnComplete: v.boolean(),
  teamsOnFail: v.boolean(),
});
export type TenantSettings = v.InferOutput<typeof TenantSettings>;

export const TENANT_FIELDS = [
  'emailOnComplete',
  'emailOnFail',
  'teamsWebhookUrl',
  'teamsOnComplete',
  'teamsOnFail',
] as const satisfies readonly (keyof TenantSettings)[];
export type TenantField = (typeof TENANT_FIELDS)[number];

/** Real URLs have 283–297 characters; the longest that is sent. */
const WEBHOOK_MAX = 2048;

/** Only what changed. `null` clears the webhook; an empty string is not a URL and is never sent. */
export const TenantChanges = v.strictObject({
  emailOnComplete: v.optional(v.boolean()),
  emailOnFail: v.optional(v.boolean()),
  teamsWebhookUrl: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(WEBHOOK_MAX)))),
  teamsOnComplete: v.optional(v.boolean()),
  teamsOnFail: v.optional(v.boolean()),
});
export type TenantChanges = v.InferOutput<typeof TenantChanges>;

/** The fields of `wanted` that differ from `base`: what a PATCH carries. */
export function diff(base: TenantSettings, wanted: TenantChanges): TenantChanges {
  const changed = TENANT_FIELDS.filter((name) => wanted[name] !== undefined && wanted[name] !== base[name]);
  return Object.fromEntries(changed.map((name) => [name, wanted[name]])) as TenantChanges;
}

/**
 * Fields of `wanted` that somebody else changed between `base` (what the person saw) and `now`, to another
 * value than theirs. Those need a decision; everything else merges by itself.
 */
export function conflicts(base: TenantSettings, now: TenantSettings, wanted: TenantChanges): TenantField[] {
  return TENANT_FIELDS.filter(
    (name) => wanted[name] !== undefined && now[name] !== base[name] && now[name] !== wanted[name],
  );
}

/**
 * What the server made of a field instead of what was sent: only the beginning of a URL, or another value. A cut URL is a
 * real and silent failure elsewhere (teams-webhooks: compare the echo).
 */
type Altered = 'cut' | 'other';
export type AlteredFields = { readonly [Name in TenantField]?: Altered };

/** Compares what was sent with what the server has now, byte for byte. */
export function alteredFields(sent: TenantChanges, echo: TenantSettings): AlteredFields {
  const altered = TENANT_FIELDS.filter((name) => sent[name] !== undefined && sent[name] !== echo[name]);
  return Object.fromEntries(altered.map((name) => [name, howAltered(sent[name], echo[name])]));
}

function howAltered(sent: unknown, kept: unknown): Altered {
  const isBeginning =
    typeof sent === 'string' && typeof kept === 'string' && kept !== '' && sent.startsWith(kept);
  return isBeginning ? 'cut' : 'other';
}

export type WebhookAdvice = 'retired' | 'stopped' | 'unsigned' | 'unrecognised' | 'current';
export type WebhookProblem = 'not-a-url' | 'scheme' | 'credentials' | 'empty' | 'long';
export type ReadWebhook =
  | { readonly ok: true; readonly url: string; readonly advice: WebhookAdvice }
  | { readonly ok: false; readonly problem: WebhookProblem };

/** Checks a webhook before sending. The string is kept byte for byte but for white space around it. */
export function readWebhook(text: string): ReadWebhook {
  const bad = (problem: WebhookProblem): ReadWebhook => ({ ok: false, problem });
  const trimmed = text.trim();
  if (trimmed === '') return bad('empty');
  if (trimmed.length > WEBHOOK_MAX) return bad('long');
  // `URL` passes over line breaks within: a URL that was pasted in two lines is none.
  if (/\s/.test(trimmed) || !URL.canParse(trimmed)) return bad('not-a-url');
  const url = new URL(trimmed);
  if (url.protocol !== 'https:') return bad('scheme');
  if (url.username || url.password) return bad('credentials');
  const state = WEBHOOK_HOSTS.find(({ host }) => sameHost(host, url.hostname))?.state;
  if (state === 'current' && !url.searchParams.get('sig'))
    return { ok: true, url: trimmed, advice: 'unsigned' };
  return { ok: true, url: trimmed, advice: state ?? 'unrecognised' };
}

function sameHost(pattern: string, host: string): boolean {
  const wanted = pattern.split('.');
  const labels = host.toLowerCase().split('.');
  return wanted.length === labels.length && wanted.every((label, i) => label === '*' || label === labels[i]);
}

/** Shown instead of the webhook: its host and last four characters. It is a secret. */
export interface MaskedUrl {
  readonly host: string;
  readonly end: string;
  /** What is known of the whole one; `null`: it is no https address. */
  readonly advice: WebhookAdvice | null;
  /** The same number for the same URL, as long as the app runs: two that look alike can be told apart. */
  readonly mark: number;
}

/** Numbers URLs in the order they are met, for `MaskedUrl`. */
export function createUrlMarks(): (url: string) => number {
  const marks = new Map<string, number>();
  return (url) => {
    const mark = marks.get(url) ?? marks.size + 1;
    marks.set(url, mark);
    return mark;
  };
}

export function maskUrl(url: string, markOf: (url: string) => number): MaskedUrl {
  const host = URL.canParse(url) ? new URL(url).host : '';
  const read = readWebhook(url);
  return { host, end: endOf(url), advice: read.ok ? read.advice : null, mark: markOf(url) };
}

/** The last four characters of one that has enough others. */
export const endOf = (url: string): string => (url.length < 16 ? '' : url.slice(-4));
