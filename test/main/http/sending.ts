import { AppError, type Failure } from '../../../src-shared/app-error';
import { createSend, type Request } from '../../../src-main/http/send';
import { createFakeClock } from '../../support/fake-clock';

const CANARY = { name: 'Authorization', value: 'Token canary-token', token: 'canary-token' };
/** A sender over the real `fetch`, on a clock that moves when told to. */
export const clock = createFakeClock();
export const send = createSend((url, init) => fetch(url, init), clock);

export const get = (url: string, more: Partial<Request> = {}) =>
  send({ method: 'GET', url, authorization: CANARY, ...more });

export async function failureOf(sent: Promise<unknown>): Promise<Failure> {
  const error = await sent.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`no AppError but ${String(error)}`);
  return error.failure;
}
