import type { Protocol, ProtocolResponse, Session } from 'electron';
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
  request: { readonly method: string; readonly url: string },
  folder: string,
  read: (file: string) => Promise<Buffer> = readFile,
): Promise<ProtocolResponse> {
  const refuse = (statusCode: number): ProtocolResponse => ({
    statusCode,
    headers: { ...HEADERS },
    data: Buffer.alloc(0),
  });
  if (request.method !== 'GET') return refuse(405);
  const file = fileOf(request.url, folder);
  if (file === undefined) return refuse(404);
  try {
    const type = typeOf(file);
    return {
      statusCode: 200,
      mimeType: type.replace(/;.*/, ''),
      headers: { ...HEADERS, 'Content-Type': type },
      data: await read(file),
    };
  } catch {
    return refuse(404);
  }
}

/**
 * By the older of Electron's two ways: `protocol.handle` makes a fetch `Request` of each question, and loading what
 * that needs (undici) keeps main busy for 90 ms just when the window wants its page.
 * @param folder absolute, of the built window (`dist/renderer`), perhaps inside the asar
 * @returns when the first answer was given: Chromium starts the page's process with it
 */
export function serveBundle(session: Session, folder: string): Promise<void> {
  const read = readAhead(folder);
  return new Promise((served) => {
    session.protocol.registerBufferProtocol(SCHEME, (request, respond) => {
      void answer(request, folder, read).then((given) => {
        respond(given);
        setImmediate(served);
      });
    });
  });
}

/** What a page names in its head: scripts, styles and fonts of the bundle. */
const NAMED = /(?:src|href)="\/?(assets\/[\w.-]+)"/g;

/**
 * Reads files; with a page also those that it names, which its process asks for 60–80 ms later, all at once: then they
 * are given at once instead of after 10 ms. Each is kept until it is asked for, the last page's only.
 * @param folder of the bundle
 */
export function readAhead(
  folder: string,
  read: (file: string) => Promise<Buffer> = readFile,
): (file: string) => Promise<Buffer> {
  let ahead = new Map<string, Promise<Buffer>>();
  return async (file) => {
    const known = ahead.get(file);
    ahead.delete(file);
    const data = await (known ?? read(file));
    if (path.extname(file) !== '.html') return data;
    const named = Array.from(data.toString().matchAll(NAMED), ([, name = '']) => path.join(folder, name));
    ahead = new Map(named.map((one) => [one, read(one)]));
    for (const one of ahead.values()) one.catch(() => undefined); // told to who asks for it
    return data;
  };
}
