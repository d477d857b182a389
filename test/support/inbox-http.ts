import { AppError } from '../../src-shared/app-error';
import type { FakeServer } from './fake-server';

export interface HttpQuestion {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
}
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

const LIST = '/api/user/notifications/';

/** The inbox API in memory as HTTP has it: the token, the slash, the status codes of such servers (api.md). */
export async function answerOf(
  inbox: FakeServer,
  question: HttpQuestion,
  accepts: (authorization: string | undefined) => boolean,
): Promise<HttpAnswer> {
  const { method, path, query, authorization } = question;
  if (!path.endsWith('/')) return { status: 301, headers: { Location: `${path}/` }, body: '' };
  if (!accepts(authorization)) return json(401, { detail: 'Invalid token.' });
  if (!path.startsWith(LIST)) return json(404, { detail: 'Not found.' });
  const rest = path.slice(LIST.length, -1);
  try {
    if (method === 'GET' && rest === '') return await listOf(inbox, query);
    if (method === 'GET') return raw(await inbox.single(rest));
    if (method === 'POST' && rest === 'mark_seen') {
      await inbox.markAllSeen();
      return json(200, { status: 'ok' });
    }
    if (method === 'PATCH') {
      await inbox.markSeen(rest);
      return raw(await inbox.single(rest));
    }
    return json(405, { detail: 'Method not allowed.' });
  } catch (error) {
    if (error instanceof AppError) return json(error.failure.status ?? 500, { detail: error.message });
    throw error;
  }
}

async function listOf(inbox: FakeServer, query: URLSearchParams): Promise<HttpAnswer> {
  const { limit = '100', offset = '0', ...params } = Object.fromEntries(query);
  const { body, date } = await inbox.list({ params, limit: Number(limit), offset: Number(offset) });
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/json',
      ...(date !== undefined && { Date: new Date(date).toUTCString() }),
    },
    body,
  };
}

export const json = (status: number, value: unknown, headers = {}): HttpAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
const raw = (body: Uint8Array): HttpAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body,
});
