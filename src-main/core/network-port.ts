// As much of `fetch` as the HTTP client needs. Tests have Node's own; the app has that of the account's session.

export interface Asking {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends it, at any time; it is not heard of anything else. */
  readonly signal: AbortSignal;
  // security.md: a redirect is an error, nothing is kept, nothing is sent that was not asked for.
  readonly redirect: 'error';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
}

/** An answer as `Response` has it, with its body still to come. */
export interface Answering {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): PieceReader;
    /** Nobody will read it. */
    cancel(): Promise<void>;
  } | null;
}

export interface PieceReader {
  /** The next bytes; `done`: that was all. Rejects where the connection broke. */
  read(): Promise<
    | { readonly done: false; readonly value: Uint8Array }
    | { readonly done: true; readonly value?: Uint8Array | undefined }
  >;
  /** The rest is not to come; a read that waits is done. */
  cancel(reason?: unknown): Promise<void>;
}

/** Rejects with whatever names the cause: `net::ERR_…` of Chromium, an error with a `cause` of Node. */
export type Fetch = (url: string, asking: Asking) => Promise<Answering>;
