import { CONTROL_ROOT, type Control } from './control';
import { pageNotFound, type ApiRequest, type Reply } from './exchange';
import { tweaksOf, type Fault } from './fault';
import type { FaultList } from './fault-list';
import { replyInstead } from './fault-replies';
import { INBOX_ROOT, type InboxApi } from './inbox-api';
import { TENANTS_ROOT, type SettingsApi } from './settings-api';

interface RouterDeps {
  /** Where both APIs hang: '' or '/some/path'. */
  readonly basePath: string;
  readonly inboxApi: InboxApi;
  readonly settingsApi: SettingsApi;
  readonly control: Control;
  readonly faults: FaultList;
}

interface Routed {
  readonly reply: Reply;
  /** What must still happen to the answer on its way. */
  readonly fault: Fault | undefined;
  /** Control requests are told to nobody. */
  readonly isApi: boolean;
}

/** What follows `root` in `path`, or nothing when it lies elsewhere. */
function below(path: string, root: string): string | undefined {
  return path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
}

/** Which service answers which path; a fault stands before both APIs, as a proxy does. */
export function createRouter({ basePath, inboxApi, settingsApi, control, faults }: RouterDeps) {
  /** `path` is the part below the base; nothing when it lies elsewhere. */
  function answer(request: ApiRequest, path: string | undefined, fault: Fault | undefined): Reply {
    const tenant = path === undefined ? undefined : below(path, TENANTS_ROOT);
    const instead = replyInstead(fault, tenant !== undefined);
    if (instead !== undefined) return instead;
    if (tenant !== undefined) return settingsApi.handle(request, tenant);
    const inbox = path === undefined ? undefined : below(path, INBOX_ROOT);
    return inbox === undefined
      ? pageNotFound()
      : inboxApi.handle(request, inbox, request.path, tweaksOf(fault));
  }

  return function route(request: ApiRequest): Routed {
    const path = basePath === '' ? request.path : below(request.path, basePath);
    const controlPath = path === undefined ? undefined : below(path, CONTROL_ROOT);
    if (controlPath !== undefined) {
      return { reply: control.handle(request, controlPath), fault: undefined, isApi: false };
    }
    const fault = faults.take(request);
    return { reply: answer(request, path, fault), fault, isApi: true };
  };
}
