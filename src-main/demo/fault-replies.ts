import { gzipSync } from 'node:zlib';
import { html, json, type Reply } from './exchange';
import type { Fault } from './fault';
import { tenantError } from './settings-api';

/** The words of Django REST Framework for errors that come from the service itself. */
const INBOX_DETAILS: Readonly<Record<number, string>> = {
  401: 'Invalid token.',
  403: 'You do not have permission to perform this action.',
  404: 'Not found.',
  405: 'Method not allowed.',
  422: 'Unprocessable.',
  429: 'Request was throttled. Expected available in 30 seconds.',
};

const TENANT_CODES: Readonly<Record<number, string>> = {
  400: 'VALIDATION_ERROR',
  401: 'AUTH_INVALID_TOKEN',
  403: 'AUTH_INSUFFICIENT_SCOPE',
  404: 'TENANT_NOT_FOUND',
  429: 'RATE_LIMITED',
  503: 'SERVICE_UNAVAILABLE',
};

const PROXY_TITLES: Readonly<Record<number, string>> = {
  500: 'Server Error (500)',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
};

function usualBody(status: number, tenant: boolean): Reply {
  const code = TENANT_CODES[status];
  if (tenant && code !== undefined) return tenantError(status, code, 'A fault asked for by a test.');
  const detail = INBOX_DETAILS[status];
  if (detail !== undefined) return json(status, { detail });
  return html(status, PROXY_TITLES[status] ?? `Status ${status}`, 'nginx');
}

/** An answer that takes the place of the service's own, or nothing when the request goes on to it. */
export function replyInstead(fault: Fault | undefined, tenant: boolean): Reply | undefined {
  switch (fault?.kind) {
    case 'status': {
      const usual = usualBody(fault.status, tenant);
      const { body } = fault;
      const headers = { ...usual.headers, ...fault.headers };
      if (body === undefined) return { ...usual, headers };
      if (typeof body === 'string') return { status: fault.status, headers, body };
      return json(fault.status, body, fault.headers);
    }
    case 'html':
      return html(200, 'Welcome to the guest network', 'Please sign in to go on.');
    case 'redirect':
      return { status: fault.status ?? 302, headers: { Location: fault.location }, body: '' };
    case 'flood': {
      const body = Buffer.alloc(fault.bytes + 2, ' ');
      body.write('{}', fault.bytes);
      const headers = { 'Content-Type': 'application/json' };
      if (fault.gzip !== true) return { status: 200, headers, body };
      return { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) };
    }
    case 'deep': {
      const body = '['.repeat(fault.depth) + ']'.repeat(fault.depth);
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body };
    }
    default:
      return undefined;
  }
}
