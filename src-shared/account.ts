import * as v from 'valibot';
import { headerNameProblem } from './header-name';

/** How a server takes its token: `Authorization: Token X` and so on (api.md). */
export const SCHEMES = ['Token', 'Bearer', 'JWT'] as const;
/** `Header`: in a header of its own, without a word before it. */
export const Scheme = v.picklist([...SCHEMES, 'Header']);
export type Scheme = v.InferOutput<typeof Scheme>;

export const AccountKind = v.picklist(['inbox', 'tenant']);
export type AccountKind = v.InferOutput<typeof AccountKind>;

export const TENANT_BASE_URL = 'https://api.aether365.io';

/** Tell accounts apart: none is a level's colour, and none is ever the only sign. */
export const COLOURS = ['cyan', 'blue', 'indigo', 'purple', 'pink'] as const;
export const Colour = v.picklist(COLOURS);
export type Colour = v.InferOutput<typeof Colour>;

export const MAX_SHORT_NAME = 8;
export const MAX_NAME = 60;
export const AccountName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_NAME));
/** Stands beside items; empty where there is none. */
export const ShortName = v.pipe(v.string(), v.trim(), v.maxLength(MAX_SHORT_NAME));
/** The header of scheme `Header`. */
export const HeaderName = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(64),
  v.check((name) => headerNameProblem(name) === null, 'a header name that may carry a token'),
);

/** An account: everything but its token, which lives in the secret store and is known by origin. */
export const Account = v.object({
  /** Ours, random, eight characters: it stands in deep links and session names. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{4,32}$/)),
  kind: AccountKind,
  name: AccountName,
  shortName: v.optional(ShortName),
  colour: v.optional(Colour),
  /** https, or http for loopback and where `allowHttp`; perhaps with a path; no query, no trailing slash. */
  baseUrl: v.pipe(v.string(), v.maxLength(500)),
  scheme: Scheme,
  header: v.optional(HeaderName),
  /** http to a host that is not this machine was asked for by name. */
  allowHttp: v.boolean(),
  /** Where a notification opens in the browser, `{id}` stands for its id; neither API gives a URL. */
  linkTemplate: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Paused by the user since then, wall ms: nothing is asked of its server. */
  pausedAt: v.optional(v.number()),
  /** Removed since then, wall ms: what was read is kept to be read. It has no token and asks nothing. */
  archivedAt: v.optional(v.number()),
  /** That its token ends `at` (wall ms), or ended then (`over`), was told: a restart does not say it again. */
  endTold: v.optional(v.object({ at: v.number(), over: v.boolean() })),
});
export type Account = v.InferOutput<typeof Account>;

/** Its server is asked. */
export const isWatched = ({
  kind,
  pausedAt,
  archivedAt,
}: Pick<Account, 'kind' | 'pausedAt' | 'archivedAt'>): boolean =>
  kind === 'inbox' && pausedAt === undefined && archivedAt === undefined;

export type BaseUrlProblem = 'not-a-url' | 'scheme' | 'http' | 'credentials' | 'query';
export type ReadBaseUrl =
  | { readonly ok: true; readonly baseUrl: string; readonly origin: string }
  | { readonly ok: false; readonly problem: BaseUrlProblem };

/** Reads what a person typed as a server's address. A path is kept, a trailing slash is not. */
export function readBaseUrl(text: string, allowHttp: boolean): ReadBaseUrl {
  const bad = (problem: BaseUrlProblem): ReadBaseUrl => ({ ok: false, problem });
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return bad('not-a-url');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return bad('scheme');
  if (url.username || url.password) return bad('credentials');
  if (url.search || url.hash) return bad('query');
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) return bad('http');
  const path = url.pathname.replace(/\/+$/, '');
  return { ok: true, baseUrl: url.origin + path, origin: url.origin };
}

/** A name to begin with: the host. */
export function suggestedName(address: string): string {
  const read = readBaseUrl(address, true);
  return read.ok ? new URL(read.baseUrl).host.slice(0, MAX_NAME) : '';
}

/** An address that no name has to be found for. */
export const isIpAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname);

/** This machine: `localhost`, 127.0.0.0/8 or [::1]. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
