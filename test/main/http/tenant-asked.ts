import { AppError, type Failure } from '../../../src-shared/app-error';
import { createSend } from '../../../src-main/http/send';
import { createTenantApi } from '../../../src-main/http/tenant-api';
import { createFakeClock } from '../../support/fake-clock';

export const send = createSend((url, init) => fetch(url, init), createFakeClock());
export const at = (baseUrl: string, token: string | undefined = 'ae_live_x') =>
  createTenantApi(send, { baseUrl, scheme: 'Bearer' }, () => token);

export async function failureOf(asked: Promise<unknown>): Promise<Failure> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`no AppError but ${String(error)}`);
  return error.failure;
}
export const settings = {
  emailOnComplete: true,
  emailOnFail: true,
  teamsWebhookUrl: null,
  teamsOnComplete: false,
  teamsOnFail: false,
};
