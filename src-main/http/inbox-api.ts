import type { Account } from '../../src-shared/account';
import { AppError, fail } from '../../src-shared/app-error';
import { isRecord, notData, parseJson } from '../../src-shared/json';
import type { InboxApi } from '../core/ports';
import type { Answer, Request, Send } from './send';
import { authorizationOf } from './authorization';
import { urlOf } from './url';

const ROOT = '/api/user/notifications/';

/** The inbox API of one account (api.md, part 1). `token` is asked for at each request: it may be renewed. */
export function createInboxApi(
  send: Send,
  account: Pick<Account, 'baseUrl' | 'scheme' | 'header'>,
  token: () => string | undefined,
): InboxApi {
  /** The other spelling of the operators, once a server has answered 400 to ours (api.md, Traps). */
  let swapped = false;

  async function ask(
    method: Request['method'],
    url: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<Answer> {
    return send({
      method,
      url,
      authorization: authorizationOf(account, token()),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  }

  return {
    async list({ params, limit, offset }, signal) {
      const severity = params['severity'];
      const page = { limit: String(limit), ...(offset > 0 && { offset: String(offset) }) };
      const url = (swap: boolean): string => {
        const spelt = severity === undefined ? {} : { severity: swap ? swapOperator(severity) : severity };
        return urlOf(account.baseUrl, ROOT, { ...params, ...spelt, ...page });
      };
      let answer: Answer;
      try {
        answer = await ask('GET', url(swapped), undefined, signal);
      } catch (error) {
        if (!isBadRequest(error) || severity === undefined || swapOperator(severity) === severity)
          throw error;
        answer = await ask('GET', url(!swapped), undefined, signal);
        swapped = !swapped;
      }
      return {
        body: jsonBody(answer),
        date: answer.date,
        duration: answer.duration,
      };
    },
    async single(id, signal) {
      return jsonBody(
        await ask('GET', urlOf(account.baseUrl, `${ROOT}${encodeURIComponent(id)}/`), undefined, signal),
      );
    },
    async markSeen(id, signal) {
      const url = urlOf(account.baseUrl, `${ROOT}${encodeURIComponent(id)}/`);
      const answer = await ask('PATCH', url, { seen: true }, signal);
      confirm(answer, (value) => {
        // It understood, and says itself that it did not do it: no repetition will change that.
        if (isRecord(value) && value['seen'] === false) throw fail('bad-request', { status: answer.status });
        return isRecord(value) && value['seen'] === true;
      });
      return answer.status === 204 ? undefined : answer.body;
    },
    async markAllSeen(signal) {
      const answer = await ask('POST', urlOf(account.baseUrl, `${ROOT}mark_seen/`), undefined, signal);
      confirm(answer, (value) => isRecord(value) && value['status'] === 'ok');
    },
  };
}

const isBadRequest = (error: unknown): boolean => error instanceof AppError && error.failure.status === 400;

/** `>=` ⇄ `=>`, `<=` ⇄ `=<`: the document lists one spelling and uses the other. */
function swapOperator(severity: string): string {
  return severity.replace(/^(>=|=>|<=|=<)/, (op) => op[1]! + op[0]!);
}

const OBJECT = 0x7b; // {
const ARRAY = 0x5b; // [

/** A 200 with a web page (a captive portal, a sign-in page) is no answer of this API. */
function jsonBody({ body, status }: Answer): Uint8Array {
  // Byte by byte over white space and a byte order mark: there may be a lot, and the rest is the thread's to read.
  const first = body.find((byte) => byte > 0x20 && byte < 0x80);
  if (first !== OBJECT && first !== ARRAY)
    throw fail(notData(first === undefined ? '' : String.fromCharCode(first)), { status });
  return body;
}

/** A write counts only when the server says in its own words that it did it: a portal's 200 does not. */
function confirm(answer: Answer, said: (value: unknown) => boolean): void {
  const { status } = answer;
  if (status === 204) return; // it has no words to say it with
  const text = new TextDecoder().decode(answer.body);
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw fail(notData(text), { status });
  }
  if (!said(value)) throw fail('not-our-api', { status });
}
