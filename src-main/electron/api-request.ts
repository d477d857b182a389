import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron';
import type { Answering, Asking, PieceReader } from '../core/network-port';

/** `net.request` */
export type StartRequest = (options: ClientRequestConstructorOptions) => ClientRequest;

/**
 * One request over a session, answered as `fetch` answers. Not by `session.fetch`: that is the same with Node's `Request`,
 * `Response` and two kinds of streams around it, which main would load and run for each poll (performance.md, idle).
 */
export function request(
  start: StartRequest,
  session: Session,
  url: string,
  { headers, body, signal, ...asking }: Asking,
): Promise<Answering> {
  return new Promise((resolve, reject) => {
    const asked = start({ ...asking, session, url, headers: { ...headers } });
    asked.on('response', (incoming) => resolve(answerOf(incoming)));
    asked.on('error', reject); // also told when the rest of a body does not come
    signal.addEventListener('abort', () => asked.abort(), { once: true });
    asked.end(body);
  });
}

function answerOf(incoming: IncomingMessage): Answering {
  const { statusCode: status, headers } = incoming;
  const reader = readerOf(incoming);
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name) => textOf(headers[name]) },
    body: { getReader: () => reader, cancel: reader.cancel },
  };
}

const textOf = (value: string | readonly string[] | undefined): string | null =>
  value === undefined ? null : String(value);

/** Bytes come once they are asked for, then as the network brings them: whoever reads takes each at once. */
function readerOf(incoming: IncomingMessage): PieceReader {
  const pieces: Uint8Array[] = [];
  let flows = false;
  let done = false;
  let broken: Error | undefined;
  let wake = (): void => undefined;
  function end(error?: Error): void {
    done = true;
    broken ??= error;
    wake();
  }
  incoming.on('error', end); // without anyone who listens it would end the app
  incoming.on('end', end);

  function flow(): void {
    flows = true;
    incoming.on('data', (piece) => {
      pieces.push(piece);
      wake();
    });
  }

  return {
    async read() {
      if (!flows) flow();
      while (pieces.length === 0 && !done) await new Promise<void>((resolve) => (wake = resolve));
      const value = pieces.shift();
      if (value) return { done: false, value };
      if (broken) throw broken;
      return { done: true };
    },
    cancel() {
      pieces.length = 0;
      end();
      return Promise.resolve();
    },
  };
}
