import type { Protocol, Session } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HEADERS, ORIGIN, PRIVILEGES, SCHEME } from './golden';

/** What the bundle holds; anything else is not served. */
const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Before `ready`: Electron takes privileges of a scheme no later. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: PRIVILEGES }]);
}

/**
 * The file that an address of the bundle means, or `undefined` where it means none.
 * Decoded once, as a browser would; `..`, NUL, backslashes and drive letters never lead out of `folder`.
 */
export function fileOf(address: string, folder: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== ORIGIN || url.username !== '' || url.password !== '')
    return undefined;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (/[\p{Cc}\\:%]|\/$/u.test(name) || !(path.extname(name) in TYPES)) return undefined;
  const file = path.join(folder, name);
  const relative = path.relative(folder, file);
  const inside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return inside ? file : undefined;
}

const typeOf = (file: string): string => TYPES[path.extname(file)] ?? 'application/octet-stream';

/** One answer of the bundle; refusals carry the same headers and no body. */
export async function answer(
  request: Pick<Request, 'method' | 'url'>,
  folder: string,
  read: (file: string) => Promise<Uint8Array> = readFile,
): Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status, headers: { ...HEADERS } });
  if (request.method !== 'GET') return refuse(405);
  const file = fileOf(request.url, folder);
  if (file === undefined) return refuse(404);
  try {
    const body = new Uint8Array(await read(file));
    return new Response(body, { headers: { ...HEADERS, 'Content-Type': typeOf(file) } });
  } catch {
    return refuse(404);
  }
}

/** @param folder absolute, of the built window (`dist/renderer`), perhaps inside the asar */
export function serveBundle(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request, folder));
}
