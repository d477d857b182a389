import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createArrivals } from './arrivals';
import { defaultBehaviour } from './behaviour';
import { after, fastClock, type DemoClock } from './clock';
import { createControl } from './control';
import { deliver } from './delivery';
import type { Tell } from './demo-event';
import { readRequest } from './exchange';
import { createFaultList } from './fault-list';
import { createInbox } from './inbox';
import { createInboxApi } from './inbox-api';
import { createNetwork } from './network';
import type { PageLimit } from './paging';
import { createRandom } from './random';
import { createRequestLog } from './request-log';
import { createRouter } from './router';
import { fillHistory, FIRST_ID } from './scenario';
import { initialSettings } from './settings';
import { stormDay } from './storm-day';
import { createSettingsApi, defaultModes, type SettingsState } from './settings-api';

export interface DemoOptions {
  /** The same seed (and clock) tells the same story. */
  readonly seed: number;
  /** Tokens are made by chance where none are given. */
  readonly token?: string;
  readonly tenantToken?: string;
  readonly controlToken?: string;
  /** Notifications that are there from the start; 2,000. */
  readonly history?: number;
  readonly clock?: DemoClock;
  readonly onEvent?: Tell;
  readonly pageLimit?: PageLimit;
  /** Whether something happens every 20–60 s by itself; no. */
  readonly live?: boolean;
  /** A scripted day instead, played from the start. */
  readonly scenario?: 'storm-day' | undefined;
  /** How much faster than ours the server's clock runs; 1. */
  readonly speed?: number;
  /** 0, the default: any free one. */
  readonly port?: number;
  /** Where both APIs hang, without a slash at the end; ''. */
  readonly basePath?: string;
}

export interface DemoAddress {
  readonly baseUrl: string;
  readonly token: string;
  readonly tenantToken: string;
  readonly controlToken: string;
}

export interface DemoServer {
  /** Once; rejects when the port is taken. */
  start(): Promise<DemoAddress>;
  /** Ends every connection, also those that a fault holds up. */
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const systemClock: DemoClock = { now: () => Date.now() };

/** Both documented APIs over a simulated network, on loopback only. Plain Node: no part of the app. */
export function createDemoServer(options: DemoOptions): DemoServer {
  const {
    seed,
    speed = 1,
    clock = speed === 1 ? systemClock : fastClock(speed),
    onEvent: tell = () => undefined,
    history = 2_000,
    basePath = '',
  } = options;
  const secret = () => randomBytes(20).toString('hex');
  // Long-lived keys of the tenant service begin so, by its vendor's public pages.
  const { token = secret(), tenantToken = `ae_live_${secret()}`, controlToken = secret() } = options;
  const pageLimit = options.pageLimit ?? { default: 100, max: 1_000 };

  const random = createRandom(seed);
  const network = createNetwork(random);
  const inbox = createInbox(FIRST_ID);
  fillHistory({ inbox, network, random }, history, clock.now());
  const arrivals = createArrivals({ inbox, network, random, clock, tell });

  const settings: SettingsState = { settings: initialSettings(seed), modes: defaultModes };
  const world = { behaviour: defaultBehaviour };
  const faults = createFaultList();
  const log = createRequestLog();
  const route = createRouter({
    basePath,
    faults,
    inboxApi: createInboxApi({
      inbox,
      token,
      pageLimit,
      behaviour: () => world.behaviour,
      onSeen: (ids) => tell({ event: 'seen', ids }),
    }),
    settingsApi: createSettingsApi({
      state: settings,
      token: tenantToken,
      onChange: (fields) => tell({ event: 'settings', fields }),
    }),
    control: createControl({
      token: controlToken,
      inbox,
      arrivals,
      tell,
      network,
      settings,
      faults,
      log,
      server: world,
    }),
  });

  const running = new Set<() => void>();
  function later(ms: number, run: () => void): void {
    const cancel = after(clock, ms, () => {
      running.delete(cancel);
      run();
    });
    running.add(cancel);
  }

  async function respond(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    const { reply, fault, isApi } = route(request);
    const skew = world.behaviour.dateSkewSeconds;
    response.sendDate = false;
    if (skew !== null) response.setHeader('Date', new Date(clock.now() + skew * 1000).toUTCString());
    if (isApi) {
      log.add(request, clock.now(), reply.status, fault);
      tell({ event: 'request', method: request.method, path: request.path, status: reply.status });
    }
    deliver(response, reply, fault, later);
  }

  const server = createServer((message, response) => {
    // A client that goes away while it sends is no matter; a slip of ours must not look like a stall.
    respond(message, response).catch(() => response.destroy());
  });

  return {
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, LOOPBACK, resolve);
      });
      if (options.scenario !== undefined) running.add(arrivals.play(stormDay()));
      else if (options.live === true) running.add(arrivals.live());
      const { port } = server.address() as AddressInfo;
      return { baseUrl: `http://${LOOPBACK}:${port}${basePath}`, token, tenantToken, controlToken };
    },
    async stop() {
      for (const cancel of running) cancel();
      running.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
