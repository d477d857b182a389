import { connect, createServer, type Socket } from 'node:net';
import { privatePlace } from './private-place';
import type { Start } from './single-instance';

/** How long either side waits for the other, ms. */
const PATIENCE_MS = 5000;
/** Far more than any file of preferences and accounts, bytes. */
const MAX_TEXT = 8 * 1024 * 1024;

export interface Offer {
  /** Goes to the running Tocsin with the start. */
  readonly at: NonNullable<Extract<Start, { kind: 'provision' }>['at']>;
  /** Settles when it was fetched whole, or nobody came in time. */
  readonly taken: Promise<boolean>;
  close(): void;
}

/**
 * A text that is too long for Chromium to carry from one start to another: whoever knows the nonce may fetch it here,
 * once. The socket is there when this returns. In memory alone: it may hold tokens.
 */
export function offer(text: string, patience = PATIENCE_MS): Offer {
  const { path, nonce, remove } = privatePlace('provision');
  const server = createServer();
  const taken = new Promise<boolean>((resolve) => {
    const end = (ok: boolean): void => {
      clearTimeout(timer);
      server.close();
      remove();
      resolve(ok);
    };
    const timer = setTimeout(() => end(false), patience);
    server.once('close', () => end(false)); // `once`: to close a closed server is another `close`, for ever
    server.on('error', () => end(false));
    server.on('connection', (socket) => {
      void heard(socket, nonce.length + 1).then((said) => {
        if (said !== `${nonce}\n`) return void socket.destroy();
        socket.end(text, () => end(true));
      });
    });
  });
  server.listen(path);
  return { at: { path, nonce }, taken, close: () => server.close() };
}

/** The first `length` characters that come, or what came of them. */
function heard(socket: Socket, length: number): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
    socket.on('data', (piece: string) => {
      said += piece;
      if (said.length >= length) resolve(said);
    });
  });
}

/** The other side. @returns `undefined`: it is not to be had, whoever offered it may be gone */
export function fetchOffered({ path, nonce }: Offer['at']): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let whole = false;
    const socket = connect(path);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_TEXT) socket.destroy();
    });
    socket.on('end', () => (whole = size > 0));
    socket.on('close', () => resolve(whole ? Buffer.concat(chunks).toString() : undefined));
    socket.write(`${nonce}\n`);
  });
}
