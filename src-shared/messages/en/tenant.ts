import { plural } from '../plural';
import type { TenantField, WebhookAdvice, WebhookProblem } from '../../tenant-settings';
import { tenantCard } from './tenant-card';
import { tenantFailures } from './tenant-failures';
import { tenantSeveral } from './tenant-several';

const labels: { readonly [Field in TenantField]: string } = {
  emailOnComplete: 'When a scan completes',
  emailOnFail: 'When a scan fails',
  teamsWebhookUrl: 'Incoming webhook',
  teamsOnComplete: 'When a scan completes',
  teamsOnFail: 'When a scan fails',
};

const workflow =
  'In Teams, create a workflow “Post to a channel when a webhook request is received” and paste its URL.';

const advice: { readonly [Advice in WebhookAdvice]: string | null } = {
  retired: `This kind of URL (Office connector) no longer delivers. ${workflow}`,
  stopped: `Workflow URLs of this older kind stopped on 30 November 2025. ${workflow}`,
  unsigned: 'The end of this URL is missing: without “sig” the service cannot post. Copy the whole URL.',
  unrecognised:
    'Teams does not use this host. That is fine for a relay of your own; otherwise check the URL.',
  current: null,
};

const problems: { readonly [Problem in WebhookProblem]: string } = {
  'not-a-url': 'This is no URL. Copy it whole from Teams.',
  scheme: 'The URL must begin with https://.',
  credentials: 'A webhook URL has no name or password before the “@”.',
  empty: 'Paste a URL, or remove the webhook.',
  long: 'This is too long for a webhook URL (over 2 048 characters).',
};

/** A tenant's notification settings. */
export const tenant = {
  about: (time: string): string => `Who the service tells when a scan ends. Read from the server at ${time}.`,
  loading: 'Reading the settings…',
  loadFailed: 'The settings could not be read.',
  retry: 'Read again',
  email: 'E-mail',
  teams: 'Microsoft Teams',
  labels,
  /** The same with its channel, for lists where the two stand together. */
  longLabels: {
    emailOnComplete: 'E-mail when a scan completes',
    emailOnFail: 'E-mail when a scan fails',
    teamsWebhookUrl: 'Teams webhook',
    teamsOnComplete: 'Teams when a scan completes',
    teamsOnFail: 'Teams when a scan fails',
  } satisfies Record<TenantField, string>,
  hints: {
    emailOnComplete: 'To every address of the tenant.',
    emailOnFail: 'To every address of the tenant.',
    teamsOnComplete: 'Posts a card to the channel.',
    teamsOnFail: 'Posts a card to the channel.',
  },
  was: {
    on: 'Was on.',
    off: 'Was off.',
    none: 'None was set.',
    webhook: (shown: string): string => `Was ${shown}.`,
  },
  nobody: {
    emailOnComplete: 'Nobody will be e-mailed about completed scans.',
    emailOnFail: 'Nobody will be e-mailed about failures.',
    teamsOnComplete: 'No card for completed scans.',
    teamsOnFail: 'No card for failures.',
  },
  needsWebhook: 'Without a webhook nothing can be posted.',
  webhookHint: 'Whoever has this URL can post to the channel, so it is hidden until you ask.',
  webhook: {
    none: 'None set',
    show: 'Show',
    hide: 'Hide',
    shownFor: (seconds: number): string => `Hidden again in ${seconds} s.`,
    change: 'Change',
    add: 'Add a webhook',
    remove: 'Remove',
    input: 'New webhook URL',
    example: 'https://….environment.api.powerplatform.com/…',
    keep: 'Keep the old one',
    masked: (host: string): string => `Webhook at ${host}, hidden`,
    maskedOther: 'What the server has is no web address, hidden',
    removed: 'Will be removed when you save.',
    putBack: 'The one from before; it is put back when you save.',
    leave: 'Leave it as it is',
    notShown: (what: string): string => `It could not be shown: ${what}.`,
  },
  advice,
  problems,
  presets: {
    name: 'Often wanted',
    noEmail: 'Turn all e-mail off',
    teamsBoth: 'Enable Teams for both',
  },
  diff: {
    title: 'What will be sent',
    nothing: 'Nothing yet. Change a setting and it stands here before it is sent.',
    none: 'none',
    on: 'true',
    off: 'false',
    to: 'to',
    rest: (n: number): string =>
      plural('en', n, {
        one: 'The other field stays as it is.',
        other: `The other ${n} fields stay as they are.`,
      }),
  },
  save: (n: number): string => plural('en', n, { one: 'Save 1 change', other: `Save ${n} changes` }),
  saved: (time: string): string => `Saved ${time}.`,
  saving: 'Saving…',
  discard: 'Discard',
  notSaved: 'Not saved.',
  readOnly: 'This token may read the settings, not change them.',
  paste: 'Paste a new token',
  tryAgain: 'Try again',
  bringBack: 'Undo discard',
  failures: tenantFailures,
  card: tenantCard,
  several: tenantSeveral,
  cut: 'The server kept a shorter webhook URL than was sent. Nothing will be delivered with it: put the old one back, or ask the service.',
  changedUrl: 'The server kept another webhook URL than was sent. Look at it before you rely on it.',
  notKept: (field: string): string => `The server answered, but did not keep this as sent: ${field}.`,
  restore: 'Put the old webhook back',
  unknownOutcome:
    'Nobody knows yet whether this was saved: no answer came that could be read, and the settings could not be read again.',
  savedAfterAll: 'No clear answer came at first. Read again, the settings say: saved.',
  notApplied: 'Not saved so far: no clear answer came, so the settings were read again.',
  stillOpen: (fields: string): string => `Still as before: ${fields}.`,
  past: {
    title: 'Changes from here',
    revert: 'Revert',
    revertOf: (when: string): string => `Revert the change of ${when}`,
    none: 'none',
    on: 'on',
    off: 'off',
    lost: 'The webhook from before is not kept here: this desktop has no keyring, or it was kept for that run only.',
  },
  conflict: {
    title: 'Somebody else changed this meanwhile',
    note: 'Nothing was sent. Choose what to keep of each.',
    mine: 'Mine',
    theirs: 'Theirs',
    act: 'Save my choice',
    back: 'Back to my changes',
  },
  unknown: 'Other settings',
  unknownNote: 'The service has settings that this version does not know. They are shown and never sent.',
  unknownHidden: 'What looks like a secret is hidden.',
  unknownShow: 'Show what is hidden',
  unknownHide: 'Hide it again',
  unknownFor: (seconds: number): string => `Hidden again in ${seconds} s.`,
  unknownNotShown: (what: string): string => `They could not be shown: ${what}.`,
  account: 'Account',
};
