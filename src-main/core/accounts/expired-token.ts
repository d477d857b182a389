import { AppError, toFailure } from '../../../src-shared/app-error';
import { readJwt } from '../../../src-shared/jwt';
import type { Clock, InboxApi } from '../ports';

/** A refusal of a token that says itself that it has ended is told as that: the cause is known. */
export function withExpiry(
  api: InboxApi,
  token: () => string | undefined,
  clock: Pick<Clock, 'now'>,
): InboxApi {
  async function ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const failure = toFailure(error);
      const refused = failure.kind === 'token-refused' || failure.kind === 'forbidden';
      const endsAt = refused ? readJwt(token() ?? '')?.expiresAt : undefined;
      if (endsAt == null || clock.now() < endsAt) throw error;
      throw new AppError({ ...failure, kind: 'token-expired' });
    }
  }
  return {
    list: (...given) => ask(() => api.list(...given)),
    single: (...given) => ask(() => api.single(...given)),
    markSeen: (...given) => ask(() => api.markSeen(...given)),
    markAllSeen: (...given) => ask(() => api.markAllSeen(...given)),
  };
}
