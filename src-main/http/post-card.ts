import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import tls from 'node:tls';
import { fail } from '../../src-shared/app-error';
import type { CardOutcome } from '../../src-shared/card-outcome';
import type { PostCard } from '../core/ports';
import { isPublicAddress } from './public-address';
import { transportError } from './transport-error';

export interface PostCardDeps {
  /** All addresses of a name, from the system. */
  readonly resolve?: Resolve;
  readonly isAllowed?: (address: string) => boolean;
  /** Certificates to trust instead of Node's own and the system's. */
  readonly ca?: string;
  /** ms in all */
  readonly patience?: number;
  readonly userAgent: string;
}

/** An address of this machine or of a network behind it. */
const notPublic = new Error('not a public address');

type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => void,
) => void;
const fromSystem: Resolve = (host, done) => lookup(host, { all: true }, done);

/**
 * Posts a card to a webhook: https only, to public addresses only, without a redirect, a proxy or a token. Chromium's
 * network (`session.fetch`) resolves a name by itself and again, so that one checked before may lead elsewhere when it
 * connects. Here the name is looked up once, inside of the connection, and only the addresses that were checked are
 * connected to.
 */
export function createPostCard({
  resolve = fromSystem,
  isAllowed = isPublicAddress,
  ca,
  patience = 15_000,
  userAgent,
}: PostCardDeps): PostCard {
  const trusted = ca ?? authorities(tls);
  const look: LookupFunction = (host: string, { all }: LookupOptions, done): void => {
    resolve(host, (error, found) => {
      const [first] = found;
      if (error) done(error, '', 0);
      // One address among them that is not public is a trick, or a network that is set up so: none is taken.
      else if (!first || !found.every((one) => isAllowed(one.address))) done(notPublic, '', 0);
      else if (all) done(null, [...found]);
      else done(null, first.address, first.family);
    });
  };

  return async (address, card) => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:') return { state: 'not-public' };
    // A number is connected to without being looked up.
    if (isIP(host) !== 0 && !isAllowed(host)) return { state: 'not-public' };
    const body = JSON.stringify(card);
    return new Promise<CardOutcome>((settle) => {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), patience);
      const end = (outcome: CardOutcome): void => {
        clearTimeout(timer);
        settle(outcome);
      };
      const failed = (error: unknown): void => {
        if (error === notPublic) return end({ state: 'not-public' });
        const cause = stop.signal.aborted ? fail('timeout') : transportError(withCode(error));
        end({ state: 'failed', failure: cause.failure });
      };
      const post = httpsRequest(url, {
        method: 'POST',
        agent: false,
        lookup: look,
        rejectUnauthorized: true, // whatever the environment says
        minVersion: 'TLSv1.2',
        ...(trusted !== undefined && { ca: trusted }),
        signal: stop.signal,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': userAgent,
        },
      });
      post.on('error', failed);
      post.on('response', (response) => {
        const status = response.statusCode ?? 0;
        response.destroy(); // what it says is not shown: it may repeat the URL
        end({ state: status >= 200 && status < 300 ? 'accepted' : 'refused', status });
      });
      post.end(body);
    });
  };
}

/** Several addresses that failed come as one error without words. */
function withCode(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new Error(`${error instanceof Error ? error.message : String(error)} ${code}`);
}

/**
 * Node's own authorities and the system's, a company's among them, where this runtime can read those (Node 22.15 and
 * later); else `undefined`: Node's own alone.
 */
export function authorities(node: {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: (type: 'system') => string[];
}): string[] | undefined {
  try {
    const system = node.getCACertificates?.('system') ?? [];
    return system.length > 0 ? [...node.rootCertificates, ...system] : undefined;
  } catch {
    return undefined; // a store that cannot be read costs only itself
  }
}
