import type { ServerResponse } from 'node:http';
import type { Reply } from './exchange';
import type { Fault } from './fault';

/** Sends an answer, or as much of it as the fault lets through. */
export function deliver(
  response: ServerResponse,
  reply: Reply,
  fault: Fault | undefined,
  later: (ms: number, run: () => void) => void,
): void {
  const whole = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body);

  function send(body: Buffer): void {
    response.writeHead(reply.status, { ...reply.headers, 'Content-Length': body.length });
    response.end(body);
  }

  /** The head promises the whole body; then comes a part of it. */
  function sendPart(bytes: number, then: () => void): void {
    response.writeHead(reply.status, { ...reply.headers, 'Content-Length': whole.length });
    response.write(whole.subarray(0, bytes), then);
  }

  const reset = () => void response.socket?.resetAndDestroy();

  switch (fault?.kind) {
    case 'truncated':
      return send(whole.subarray(0, fault.bytes ?? whole.length >>> 1));
    case 'reset':
      return fault.afterBytes === undefined ? reset() : sendPart(fault.afterBytes, reset);
    case 'stall':
      return fault.afterBytes === undefined ? undefined : sendPart(fault.afterBytes, () => undefined);
    case 'delay':
      return later(fault.ms, () => send(whole));
    case 'lost-answer':
      return later(fault.ms ?? 0, reset);
    default:
      return send(whole);
  }
}
