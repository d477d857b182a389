import { sameSecret } from './auth';
import { checkBehaviour, defaultBehaviour, type Behaviour } from './behaviour';
import { createControlInbox, refuse, type ControlInboxDeps } from './control-inbox';
import { json, jsonText, parseBody, type ApiRequest, type Reply } from './exchange';
import type { FaultList } from './fault-list';
import type { Network } from './network';
import { isRecord } from './notification';
import type { RequestLog } from './request-log';
import { defaultModes, type SettingsModes, type SettingsState } from './settings-api';

export const CONTROL_ROOT = '/control';

interface ControlDeps extends ControlInboxDeps {
  readonly token: string;
  readonly network: Network;
  readonly settings: SettingsState;
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** Mutable on purpose: the one place where it is changed is here. */
  readonly server: { behaviour: Behaviour };
}

type Route = (body: unknown, params: URLSearchParams) => Reply;

function checkModes(body: Readonly<Record<string, unknown>>): SettingsModes | string {
  const { readOnly = false, tokenExpired = false, cutUrl = null } = body;
  if (typeof readOnly !== 'boolean') return 'readOnly must be a boolean';
  if (typeof tokenExpired !== 'boolean') return 'tokenExpired must be a boolean';
  if (cutUrl !== null && typeof cutUrl !== 'number') return 'cutUrl must be a number of characters, or null';
  return { readOnly, tokenExpired, cutUrl };
}

/** The strings behind the stage: `Authorization: Control TOKEN`. For tests and the demo, never for the app. */
export function createControl(deps: ControlDeps) {
  const { inbox, network, settings, faults, log, server, token } = deps;
  const rows = createControlInbox(deps);

  function state(params: URLSearchParams): Reply {
    const ids = (params.get('ids') ?? '')
      .split(',')
      .filter((id) => id !== '')
      .map(Number);
    const numbers = {
      count: inbox.rows.length,
      unseen: inbox.unseen(),
      nextId: inbox.nextId(),
      offlineAgents: network.offlineAgents(),
      settings: settings.settings,
      modes: settings.modes,
      behaviour: server.behaviour,
      faults: faults.count(),
    };
    return jsonText(200, `${JSON.stringify(numbers).slice(0, -1)},"items":${rows.items(ids)}}`);
  }

  /** `change` is taken unchecked, as from a second administrator or a newer server; the modes as given. */
  function changeSettings(body: unknown): Reply {
    if (!isRecord(body)) return refuse('settings are an object');
    const { change = {}, ...modes } = body;
    if (!isRecord(change)) return refuse('change must be an object');
    const checked = checkModes({ ...settings.modes, ...modes });
    if (typeof checked === 'string') return refuse(checked);
    settings.settings = { ...settings.settings, ...change };
    settings.modes = checked;
    deps.tell({ event: 'settings', fields: Object.keys(change) });
    return json(200, { settings: settings.settings, modes: settings.modes });
  }

  function changeBehaviour(body: unknown): Reply {
    const checked = isRecord(body) ? checkBehaviour(body) : 'body';
    if (typeof checked === 'string') return refuse(`${checked} is not a behaviour or has a wrong value`);
    server.behaviour = { ...server.behaviour, ...checked };
    return json(200, server.behaviour);
  }

  function addFault(body: unknown): Reply {
    const added = faults.add(body);
    return typeof added === 'string' ? refuse(added) : json(201, { faults: added });
  }

  /** Carries out a clearing and answers with nothing. */
  const cleared = (clear: () => void): Reply => {
    clear();
    return { status: 204, headers: {}, body: '' };
  };

  const routes: Readonly<Record<string, Route | undefined>> = {
    'POST /arrive': (body) => rows.arrive(body),
    'POST /storm': (body) => rows.storm(body),
    'POST /step': (body) => rows.step(body),
    'POST /delete': (body) => rows.remove(body),
    'POST /seen': (body) => rows.seen(body),
    'GET /state': (_body, params) => state(params),
    'GET /requests': () => json(200, { requests: log.list() }),
    'DELETE /requests': () => cleared(() => log.clear()),
    'POST /fault': addFault,
    'DELETE /fault': () => cleared(() => faults.clear()),
    'POST /settings': changeSettings,
    'DELETE /settings': () => cleared(() => void (settings.modes = defaultModes)),
    'POST /behaviour': changeBehaviour,
    'DELETE /behaviour': () => cleared(() => void (server.behaviour = defaultBehaviour)),
  };

  /** `below` is what follows `/control`. */
  function handle(request: ApiRequest, below: string): Reply {
    const sent = /^Control (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!sameSecret(sent, token)) return json(401, { error: 'Authorization: Control TOKEN is needed' });
    const route = routes[`${request.method} ${below}`];
    if (route === undefined) return json(404, { error: `no ${request.method} ${request.path} here` });
    const parsed = request.body === '' ? { value: undefined } : parseBody(request.body);
    if ('problem' in parsed) return refuse(parsed.problem);
    return route(parsed.value, new URLSearchParams(request.query));
  }

  return { handle };
}

export type Control = ReturnType<typeof createControl>;
