import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { constants, deflateRawSync } from 'node:zlib';
import type { Fault } from './fault-server';
import { json } from './inbox-http';

/** What can go wrong with an answer (sync.md, Faults), each for as long as the server is told so. */

export const status =
  (code: number, headers: () => Record<string, string> = () => ({}), body: string | object = {}): Fault =>
  ({ send }) =>
    send(
      typeof body === 'string'
        ? { status: code, headers: { 'Content-Type': 'text/html', ...headers() }, body }
        : json(code, body, headers()),
    );

/** A sign-in page in the place of an answer: a captive portal. */
export const page = status(200, () => ({}), '<!doctype html><html><title>Sign in</title></html>');

export const redirect = (location: string, code = 302): Fault => status(code, () => ({ Location: location }));

/** Another body in the place of the answer's. */
export const text =
  (change: (whole: string) => string): Fault =>
  async ({ answer, send }) => {
    const whole = await answer();
    const body = typeof whole.body === 'string' ? whole.body : new TextDecoder().decode(whole.body);
    send({ ...whole, body: change(body) });
  };

/** The connection breaks after so many bytes of a body; without any before the head. */
export const reset =
  (bytes?: number): Fault =>
  async ({ answer, response }) => {
    const { body, headers } = await answer();
    const broken = (): void => broke(response);
    if (bytes === undefined) return broken();
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    response.write(body.slice(0, bytes), broken);
  };

/** So many bytes of a body, and then silence; without any not even a head. */
export const stall =
  (bytes?: number): Fault =>
  async ({ answer, response, hold }) => {
    if (bytes === undefined) return hold();
    const { body, headers } = await answer();
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    response.write(body.slice(0, bytes), hold);
  };

/** A byte of white space every `ms`, for ever. */
export const drip =
  (ms: number, after: (ms: number, act: () => void) => unknown): Fault =>
  ({ response, hold }) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const drop = (): void => {
      if (response.destroyed) return;
      response.write(' ');
      after(ms, drop);
    };
    drop();
    hold();
  };

/** So many bytes of white space, with their number told before or not. */
export const flood =
  (bytes: number, told = false): Fault =>
  ({ response }) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      ...(told && { 'Content-Length': bytes }),
    });
    const piece = Buffer.alloc(1024 * 1024, ' ');
    let left = bytes;
    const pour = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once('drain', pour);
      }
      response.end();
    };
    response.on('error', () => undefined);
    pour();
  };

/** A gzip bomb: so many MiB of white space in about 1 KB each. Its checksum is wrong, which nobody lives to see. */
export const bomb = (mebibytes: number): Fault => {
  // Each block refers to nothing before it, so that they may follow one another; the last one is empty.
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_SYNC_FLUSH });
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const end = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([head, ...Array.from({ length: mebibytes }, () => block), end]);
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  return ({ send }) => send({ status: 200, headers, body });
};

/** The query that the server listens to; what it leaves out has no effect. */
export const deafTo =
  (...names: string[]): Fault =>
  ({ question, answer, send }) => {
    for (const name of names) question.query.delete(name);
    return answer().then(send);
  };

/** The request is carried out, its answer never comes. */
export const lostAnswer: Fault = async ({ answer, response }) => {
  await answer();
  broke(response);
};

/** A reset; one with TLS can only be hung up. */
function broke({ socket }: ServerResponse): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
}
