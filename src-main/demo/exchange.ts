import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request, read to its end. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  /** As it came, without `?`. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One answer, before a fault may spoil it. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** More than any storm a test sends. */
const BODY_CAP = 64 * 1024 * 1024;

export async function readRequest(message: IncomingMessage): Promise<ApiRequest> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= BODY_CAP) parts.push(part);
  }
  const [path = '/', ...query] = (message.url ?? '/').split('?');
  return {
    method: message.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: message.headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}

export function jsonText(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonText(status, JSON.stringify(value), headers);
}

/** Short pages as Django and the proxies in front of it give them. */
export function html(status: number, title: string, text: string): Reply {
  const body = `<!doctype html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body><h1>${title}</h1><p>${text}</p></body>\n</html>\n`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

export const pageNotFound = (): Reply =>
  html(404, 'Not Found', 'The requested resource was not found on this server.');

type ParsedBody = { readonly value: unknown } | { readonly problem: string };

export function parseBody(body: string): ParsedBody {
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
