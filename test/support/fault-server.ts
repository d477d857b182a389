import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src-main/core/ports';
import { createFakeServer, type FakeServer } from './fake-server';
import { answerOf, type HttpAnswer, type HttpQuestion } from './inbox-http';

/** One request as a fault sees it. */
interface Exchange {
  readonly question: HttpQuestion;
  readonly response: ServerResponse;
  /** What the server would have said; asked for, it is carried out. */
  answer(): Promise<HttpAnswer>;
  /** Sends an answer whole. */
  send(answer: HttpAnswer): void;
  /** Nothing more comes: the client alone can end it. */
  hold(): void;
}
export type Fault = (exchange: Exchange) => void | Promise<void>;

export interface FaultServer {
  /** What it holds; faults bend what comes of it. */
  readonly inbox: FakeServer;
  readonly origin: string;
  readonly questions: HttpQuestion[];
  /** What happens to each request from now on; `undefined`: it is answered. */
  fault: Fault | undefined;
  accepts: (authorization: string | undefined) => boolean;
  /** Requests that nothing more will come for. */
  held(): number;
  /** Nobody listens any more, or somebody again, at the same address. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export interface FaultServerOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** A key and a certificate: https. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly inbox?: FakeServer;
}

/** The inbox API on a real loopback socket, and everything that can go wrong there. The `Date` is the fake clock's. */
export async function startFaultServer({ clock, tls, inbox }: FaultServerOptions): Promise<FaultServer> {
  const held = new Set<ServerResponse>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    request.resume().on('end', () => void answer(request, response));
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  /** While it is down somebody else may have its port for a moment. */
  const listen = (port: number): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    }).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      await new Promise((done) => setTimeout(done, 50));
      return listen(port);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  const its: FaultServer = {
    inbox: inbox ?? createFakeServer(clock),
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    questions: [],
    fault: undefined,
    accepts: (authorization) => /^Token t-\d$/.test(authorization ?? ''),
    held: () => held.size,
    down: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    up: () => listen(port),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', its.origin);
    const question = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      authorization: request.headers.authorization,
    };
    its.questions.push(question);
    response.on('close', () => held.delete(response));
    response.sendDate = false; // the answer has the one that counts
    const send = ({ status, headers, body }: HttpAnswer): void => {
      const date = { Date: new Date(clock.now()).toUTCString() };
      if (!response.destroyed) response.writeHead(status, { ...date, ...headers }).end(body);
    };
    const carriedOut = (): Promise<HttpAnswer> => answerOf(its.inbox, question, its.accepts);
    if (!its.fault) return send(await carriedOut());
    const hold = (): void => void held.add(response);
    await its.fault({ question, response, answer: carriedOut, send, hold });
  }
  return its;
}
