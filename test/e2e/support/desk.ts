import { expect, onTestFinished } from 'vitest';
import { startNotificationService } from '../../../scripts/desktop/notification-service.mjs';
import { startTrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { waitUntil } from '../../../scripts/processes.mjs';
import { createDemoServer, type DemoOptions } from '../../../src-main/demo/server';
import { busAddress, launchApp, type LaunchedApp, type LaunchOptions } from './launch-app';

export interface DeskOptions {
  readonly tray?: boolean;
  readonly notes?: boolean;
  /** What its notification service is and can. */
  readonly service?: Parameters<typeof startNotificationService>[1];
  readonly server?: Partial<DemoOptions>;
}

/** A desktop and a server for one test: a tray host, a notification service, both demo APIs. All end with the test. */
export async function startDesk(options: DeskOptions = {}) {
  const tray = options.tray === false ? undefined : await startTrayHost(busAddress());
  const notes =
    options.notes === false ? undefined : await startNotificationService(busAddress(), options.service);
  const server = createDemoServer({ seed: 3, history: 120, ...options.server });
  const address = await server.start();
  onTestFinished(async () => {
    tray?.close();
    await notes?.close();
    await server.stop();
  });

  async function control<Answer = unknown>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${address.baseUrl}/control/${path}`, {
      method,
      headers: { Authorization: `Control ${address.controlToken}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  const inbox = {
    kind: 'inbox',
    name: 'Lab',
    baseUrl: address.baseUrl,
    scheme: 'Token',
    token: address.token,
  };
  const tenant = {
    kind: 'tenant',
    name: 'Orion',
    baseUrl: address.baseUrl,
    scheme: 'Bearer',
    token: address.tenantToken,
  };

  /**
   * Starts the app with both accounts, an agent's outage told at once: tests of the hold-down set their own. Whatever its pages are refused by their policy fails the test, but where `hostile`.
   */
  async function launch({
    hostile = false,
    holdDownSeconds = 0,
    preferences: own = {},
    ...more
  }: LaunchOptions & {
    hostile?: boolean;
    holdDownSeconds?: number;
    preferences?: object;
  } = {}): Promise<LaunchedApp> {
    const preferences = { pollSeconds: 10, language: 'en', holdDownSeconds, ...own };
    const launched = await launchApp({
      provision: { accounts: [inbox, tenant], preferences },
      ...more,
    });
    onTestFinished(launched.close);
    if (!hostile) onTestFinished(() => expect(launched.refused(), 'refused by the policy').toEqual([]));
    return launched;
  }

  /** The app has said this line. */
  const said = (app: LaunchedApp, line: RegExp, ms = 20_000): Promise<unknown> =>
    waitUntil(() => line.test(app.output()), ms, String(line));

  return { tray: tray!, notes: notes!, address, control, inbox, tenant, launch, said };
}

export interface RequestLog {
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number }[];
}
