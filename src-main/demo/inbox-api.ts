import { tokenProblem } from './auth';
import type { Behaviour } from './behaviour';
import { html, json, jsonText, pageNotFound, parseBody, type ApiRequest, type Reply } from './exchange';
import type { ListTweaks } from './fault';
import { textOf, type Inbox } from './inbox';
import { isRecord } from './notification';
import { pageLinks, parseWindow, slice, type PageLimit } from './paging';
import { parseListQuery } from './query';

export const INBOX_ROOT = '/api/user/notifications';

interface InboxApiDeps {
  readonly inbox: Inbox;
  readonly token: string;
  readonly pageLimit: PageLimit;
  readonly behaviour: () => Behaviour;
  readonly onSeen: (ids: readonly number[] | 'all') => void;
}

/** Methods by path, in the order in which Django REST Framework lists them in `Allow`. */
const LIST = ['GET', 'HEAD', 'OPTIONS'];
const ONE = ['GET', 'PATCH', 'HEAD', 'OPTIONS'];
const MARK_ALL = ['POST', 'OPTIONS'];

const PYTHON_TYPES: Readonly<Record<string, string>> = { string: 'str', number: 'int', boolean: 'bool' };

/** A PATCH body: whether it marks as seen, or why it is refused. Fields other than `seen` are passed over. */
function readPatch(request: ApiRequest): { readonly marks: boolean } | { readonly refusal: Reply } {
  const refuse = (value: unknown, status = 400) => ({ refusal: json(status, value) });
  // Django takes an empty body for an empty change: what is left of a PATCH after a redirect.
  if (request.body === '') return { marks: false };
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    return refuse({ detail: `Unsupported media type "${type}" in request.` }, 415);
  }
  const parsed = parseBody(request.body);
  if ('problem' in parsed) return refuse({ detail: `JSON parse error - ${parsed.problem}` });
  const { value } = parsed;
  if (value === null) return refuse({ non_field_errors: ['This field may not be null.'] });
  if (!isRecord(value)) {
    const name = PYTHON_TYPES[typeof value] ?? 'list';
    return refuse({ non_field_errors: [`Invalid data. Expected a dictionary, but got ${name}.`] });
  }
  const { seen } = value;
  if (seen === undefined) return { marks: false };
  if (seen === true) return { marks: true };
  if (seen === null) return refuse({ seen: ['This field may not be null.'] });
  if (seen !== false) return refuse({ seen: ['Must be a valid boolean.'] });
  return refuse({ seen: ['A notification cannot be marked as unseen.'] });
}

/** The inbox API of the Polish document. What it leaves open is answered as Django REST Framework does. */
export function createInboxApi({ inbox, token, pageLimit, behaviour, onSeen }: InboxApiDeps) {
  function list(request: ApiRequest, path: string, tweaks: ListTweaks): Reply {
    const { operators, nextOrigin } = behaviour();
    const params = new URLSearchParams(request.query);
    const parsed = parseListQuery(params, operators);
    if ('errors' in parsed) return json(400, parsed.errors);
    const { max } = pageLimit;
    const limits = { default: pageLimit.default, max: Math.min(max, tweaks.maxLimit ?? max) };
    const window = parseWindow(params, limits);
    const query = tweaks.ignoreOrdering === true ? { ...parsed.query, oldestFirst: true } : parsed.query;
    const shown = tweaks.ignoreOffset === true ? { ...window, offset: 0 } : window;
    const { count, texts } = slice(inbox.rows, query, shown);
    const origin = nextOrigin?.replace(/\/$/, '') ?? `http://${request.headers.host ?? 'localhost'}`;
    const links = pageLinks(origin + path, params, window, count);
    const results = tweaks.spoil === undefined ? texts : tweaks.spoil(texts);
    const head = JSON.stringify({ count, ...links }).slice(0, -1);
    return jsonText(200, `${head},"results":[${tweaks.emptyPage === true ? '' : results.join(',')}]}`);
  }

  function one(request: ApiRequest, key: string): Reply {
    const row = /^\d+$/.test(key) ? inbox.get(Number(key)) : undefined;
    if (row === undefined) return json(404, { detail: 'Not found.' });
    if (request.method === 'PATCH') {
      const patch = readPatch(request);
      if ('refusal' in patch) return patch.refusal;
      if (patch.marks && inbox.markSeen([row.id]).length > 0) onSeen([row.id]);
    }
    return jsonText(200, textOf(row));
  }

  function markAll(): Reply {
    inbox.markAllSeen();
    onSeen('all');
    return json(200, { status: 'ok' });
  }

  /** As `APPEND_SLASH` does, before anyone asks for a token; the body of a PATCH or POST is lost on the way. */
  function addSlash(request: ApiRequest, path: string): Reply {
    const query = request.query === '' ? '' : `?${request.query}`;
    const reply = html(301, 'Moved Permanently', 'The address ends with a slash.');
    return { ...reply, headers: { ...reply.headers, Location: `${path}/${query}` }, body: '' };
  }

  /** `below` is what follows `/api/user/notifications`, `fullPath` the whole path of the address. */
  function handle(request: ApiRequest, below: string, fullPath: string, tweaks: ListTweaks): Reply {
    const match = /^(?:\/([^/]+))?(\/?)$/.exec(below);
    if (match === null) return pageNotFound();
    if (match[2] === '') return addSlash(request, fullPath);
    const { schemes } = behaviour();
    const problem = tokenProblem(request.headers.authorization, schemes, token);
    if (problem !== undefined) {
      return json(401, { detail: problem }, { 'WWW-Authenticate': schemes[0] ?? 'Token' });
    }
    const key = match[1];
    const allowed = key === undefined ? LIST : key === 'mark_seen' ? MARK_ALL : ONE;
    const allow = { Allow: allowed.join(', ') };
    if (!allowed.includes(request.method)) {
      return json(405, { detail: `Method "${request.method}" not allowed.` }, allow);
    }
    if (request.method === 'OPTIONS') return json(200, { name: 'Notifications' }, allow);
    if (key === undefined) return list(request, fullPath, tweaks);
    return key === 'mark_seen' ? markAll() : one(request, key);
  }

  return { handle };
}

export type InboxApi = ReturnType<typeof createInboxApi>;
