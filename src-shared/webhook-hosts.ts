/**
 * Which forms of Microsoft Teams webhook URLs still deliver (checked 2026-11). Data, so that it can be
 * brought up to date without touching a rule. Hosts are compared label by label; `*` is one label.
 */
export type WebhookState = 'retired' | 'stopped' | 'current';

export const WEBHOOK_HOSTS: readonly { readonly host: string; readonly state: WebhookState }[] = [
  { host: 'outlook.office.com', state: 'retired' },
  { host: 'outlook.office365.com', state: 'retired' },
  { host: '*.webhook.office.com', state: 'retired' },
  { host: '*.*.logic.azure.com', state: 'stopped' },
  { host: '*.*.environment.api.powerplatform.com', state: 'current' },
];
