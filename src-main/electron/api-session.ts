import type { App, Session } from 'electron';
import { fail } from '../../src-shared/app-error';
import type { Fetch } from '../core/network-port';
import type { Network } from '../core/ports';
import { request, type StartRequest } from './api-request';

export interface ApiSessionDeps {
  readonly app: Pick<App, 'on'>;
  readonly session: { fromPartition(partition: string, options: { cache: boolean }): Session };
  readonly start: StartRequest;
  /** Sent with each request, `Tocsin/0.1.0`: Chromium's own says more than a server needs to know. */
  readonly userAgent: string;
}

/** The account of connection tests (`core/watchers.ts`). */
const TEST = 'test';
const NETWORK_SERVICE = 'network.mojom.NetworkService';

/**
 * The network of an account: an in-memory session of its own, since a certificate authority belongs to one,
 * with the system's proxy and certificates. After `ready`; no window is needed.
 */
export function createApiSessions({ app, session, start, userAgent }: ApiSessionDeps) {
  const sessions = new Map<string, Session>();
  let networks = 1;

  // Chromium starts its network process again, but a session that spoke through the old one fails for good (tried with
  // Electron 33): the next request of each account opens another.
  app.on('child-process-gone', (_, { serviceName }) => {
    if (serviceName !== NETWORK_SERVICE) return;
    networks += 1;
    sessions.clear();
  });

  function open(account: string): Session {
    const opened = session.fromPartition(`api-${account}-${networks}`, { cache: false });
    opened.setSSLConfig({ minVersion: 'tls1.2' });
    opened.setUserAgent(userAgent);
    sessions.set(account, opened);
    return opened;
  }

  /** Chromium forwards `Authorization` on every redirect and caches 301 and 308: so neither, ever (security.md). */
  function fetchOf(account: string): Fetch {
    return (url, asking) =>
      request(start, sessions.get(account) ?? open(account), url, {
        ...asking,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
      });
  }

  /** When an account goes: its connections and cookies too. */
  async function forget(account: string): Promise<void> {
    const opened = sessions.get(account);
    sessions.delete(account);
    await opened?.closeAllConnections();
    await opened?.clearStorageData();
  }

  const testing = (): Session => sessions.get(TEST) ?? open(TEST);
  /** Asked of the session that connection tests go over: what it finds is what they find. */
  const network: Network = {
    async proxyOf(url) {
      // As a PAC file says it: "DIRECT", or "PROXY host:port; …", of which the first is tried first.
      const [first = ''] = (await testing().resolveProxy(url)).split(';');
      const [kind = '', host] = first.trim().split(/\s+/);
      return kind === 'DIRECT' || host === undefined ? null : host;
    },
    async addressesOf(host) {
      try {
        const { endpoints } = await testing().resolveHost(host);
        return endpoints.map(({ address }) => address);
      } catch (error) {
        const offline = error instanceof Error && error.message.includes('ERR_INTERNET_DISCONNECTED');
        throw fail(offline ? 'no-network' : 'name');
      }
    },
  };

  return { fetchOf, forget, network };
}
