import type { App } from 'electron';
import { connect, createServer, type Server } from 'node:net';
import { isWatched } from '../../../src-shared/account';
import type { AppState } from '../../../src-shared/app-state';
import { privatePlace } from './private-place';
import { tellFirst, type Start } from './single-instance';

/** How long the running Tocsin has to answer, ms. */
const PATIENCE_MS = 5000;
/** A state holds counts and account names; far below this, bytes. */
const MAX_ANSWER = 8 * 1024 * 1024;

export type StatusResult =
  | { readonly state: 'answered'; readonly json: string }
  | { readonly state: 'not-running' }
  | { readonly state: 'no-answer' };

/**
 * `--status`, the asking side: listens on a one-off socket in a folder of its own (0700), has the lock hand its
 * path to the running Tocsin, and waits. The nonce keeps out whoever else might find the path.
 * @param folder userData
 * @param patience ms
 */
export async function askStatus(
  app: Pick<App, 'requestSingleInstanceLock' | 'releaseSingleInstanceLock'>,
  folder: string,
  patience = PATIENCE_MS,
): Promise<StatusResult> {
  const place = privatePlace('status');
  const { nonce } = place;
  try {
    const server = await listen(place.path);
    const said = heard(server, nonce, patience);
    if (!tellFirst(app, folder, { kind: 'status', path: place.path, nonce })) {
      server.close();
      return { state: 'not-running' };
    }
    const json = await said;
    return json === undefined ? { state: 'no-answer' } : { state: 'answered', json };
  } finally {
    place.remove();
  }
}

const listen = (at: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(at, () => resolve(server));
  });

/** The first whole answer that begins with the nonce; `undefined` when time is up. */
function heard(server: Server, nonce: string, patience: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (answer: string | undefined): void => {
      clearTimeout(timer);
      server.close();
      resolve(answer);
    };
    const timer = setTimeout(() => end(undefined), patience);
    server.on('connection', (socket) => {
      const chunks: Buffer[] = [];
      let size = 0;
      socket.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MAX_ANSWER) socket.destroy();
      });
      socket.on('error', () => {});
      socket.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (text.startsWith(`${nonce}\n`)) end(text.slice(nonce.length + 1));
      });
    });
  });
}

/** The answering side. Never rejects: who asked may be gone by now. */
export function answerStatus(
  { path: at, nonce }: Extract<Start, { kind: 'status' }>,
  state: AppState,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(at);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.end(`${nonce}\n${JSON.stringify(state)}`);
  });
}

/** 0: every inbox that is not paused is watched (one failed poll is not yet a loss); 1: not, or there is none. */
export function statusCode(state: Pick<AppState, 'accounts'>): 0 | 1 {
  const inboxes = state.accounts.filter(isWatched);
  const watched = inboxes.every(({ health }) => health.state === 'watching' || health.state === 'troubled');
  return inboxes.length > 0 && watched ? 0 : 1;
}
