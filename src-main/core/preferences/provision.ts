import * as v from 'valibot';
import {
  AccountKind,
  AccountName,
  Colour,
  HeaderName,
  readBaseUrl,
  Scheme,
  ShortName,
} from '../../../src-shared/account';
import { isRecord } from '../../../src-shared/json';
import { readTokenText } from '../../../src-shared/token-text';
import type { NewAccount } from '../accounts/given-account';
import { Inboxes } from './across-machines';
import { PreferencesChange } from '../../../src-shared/preferences';

/** What `--provision FILE` may hold. Unknown names are refused: a misspelt one must not pass silently. */
const ProvisionAccount = v.strictObject({
  kind: AccountKind,
  name: AccountName,
  shortName: v.optional(ShortName),
  colour: v.optional(Colour),
  baseUrl: v.pipe(v.string(), v.maxLength(500)),
  scheme: v.optional(Scheme),
  header: v.optional(HeaderName),
  token: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8192)),
  allowHttp: v.optional(v.boolean()),
  linkTemplate: v.optional(v.pipe(v.string(), v.startsWith('https://'), v.maxLength(500))),
});
const Provision = v.strictObject({
  accounts: v.optional(v.array(ProvisionAccount)),
  preferences: v.optional(PreferencesChange),
  /** Of an export: whose its names and silences are. */
  inboxes: v.optional(Inboxes),
});
export type Provision = v.InferOutput<typeof Provision>;

export type ReadProvision =
  | { readonly ok: true; readonly provision: Provision }
  /** `why` never holds a value of the file: it may be a token. */
  | { readonly ok: false; readonly problems: readonly { readonly field: string; readonly why: string }[] };

/** Reads the file's parsed JSON. Every problem is told at once, by its field. */
export function readProvision(value: unknown, whyHttp: string): ReadProvision {
  // To the schema a list is an object as well.
  if (!isRecord(value)) return { ok: false, problems: [{ field: 'file', why: 'expected Object' }] };
  const read = v.safeParse(Provision, value);
  if (!read.success)
    return {
      ok: false,
      problems: read.issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'file', why: why(issue) })),
    };
  const problems = (read.output.accounts ?? []).flatMap((account, i) => {
    const { baseUrl, allowHttp, kind, scheme, header } = account;
    const wrong = (field: string, why: string) => ({ field: `accounts.${i}.${field}`, why });
    const address = readBaseUrl(baseUrl, allowHttp ?? false);
    return [
      ...(address.ok
        ? []
        : [
            wrong(
              'baseUrl',
              address.problem === 'http' ? whyHttp : `not a server's address (${address.problem})`,
            ),
          ]),
      ...((scheme === 'Header') === (header !== undefined)
        ? []
        : [wrong('header', 'goes with "scheme": "Header", and only with it')]),
      ...(scheme === 'Header' && kind === 'tenant'
        ? [wrong('scheme', 'a tenant is reached with a bearer token')]
        : []),
    ];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, provision: read.output };
}

/** As accounts are put; what the file leaves out is what the server's kind takes as a rule. */
export function accountOf(given: NonNullable<Provision['accounts']>[number]): NewAccount {
  // With a header of its own the value goes as it is.
  const { token, scheme: said } =
    given.scheme === 'Header' ? { token: given.token, scheme: undefined } : readTokenText(given.token);
  const scheme = given.scheme ?? said ?? (given.kind === 'tenant' ? 'Bearer' : 'Token');
  return { ...given, token, scheme, allowHttp: given.allowHttp ?? false };
}

/** In words of what was expected only; what was received stays out. */
function why(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected !== 'Object')
    return issue.expected === 'never' ? 'unknown name' : 'missing';
  const expected = issue.expected === null ? '' : ` ${issue.expected}`;
  return `expected${expected === '' ? ' another value' : expected} (${issue.type.replaceAll('_', ' ')})`;
}
