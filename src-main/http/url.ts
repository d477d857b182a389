import { fail } from '../../src-shared/app-error';

/**
 * The one place where a request's URL is made. It keeps to the account's origin and path prefix, and the
 * trailing slash that such servers need (a redirected PATCH loses its body, api.md). Values are encoded
 * in full: `|`, `<`, `>` and `=` too.
 */
export function urlOf(
  baseUrl: string,
  path: string,
  params: { readonly [name: string]: string } = {},
): string {
  const base = new URL(baseUrl);
  const query = Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const prefix = base.pathname.replace(/\/+$/, '');
  const url = new URL(`${base.origin}${prefix}${path}${query && `?${query}`}`);
  if (url.origin !== base.origin || !url.pathname.startsWith(`${prefix}/`)) throw fail('bad-address');
  return url.href;
}
