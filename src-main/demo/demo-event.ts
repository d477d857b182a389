/** What the demo tells whoever started it: one JSON line each. */
export type DemoEvent =
  | { readonly event: 'arrived'; readonly id: number; readonly type: unknown; readonly text: string }
  | { readonly event: 'seen'; readonly ids: readonly number[] | 'all' }
  | { readonly event: 'deleted'; readonly ids: readonly number[] }
  /** Names of the changed fields, never their values: a webhook URL is a secret. */
  | { readonly event: 'settings'; readonly fields: readonly string[] }
  | { readonly event: 'request'; readonly method: string; readonly path: string; readonly status: number };

export type Tell = (event: DemoEvent) => void;
