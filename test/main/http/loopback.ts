import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Hit {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Loopback {
  readonly origin: string;
  /** What it was asked, in order. */
  readonly hits: Hit[];
  /** Resolves when the next request is read to its end. */
  asked(): Promise<Hit>;
  close(): Promise<void>;
}

/** A real server on a free loopback port, for one test. */
export async function startLoopback(answer: (response: ServerResponse, hit: Hit) => void): Promise<Loopback> {
  const hits: Hit[] = [];
  let waiting: ((hit: Hit) => void)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const hit = { method, url, authorization: headers.authorization, headers, body };
      hits.push(hit);
      for (const tell of waiting.splice(0)) tell(hit);
      waiting = [];
      answer(response, hit);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    asked: () => new Promise((resolve) => waiting.push(resolve)),
    close,
  };
}

export function json(response: ServerResponse, status: number, value: unknown, headers: object = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}
