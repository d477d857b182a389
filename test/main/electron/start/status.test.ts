import type { App } from 'electron';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AppState, Health } from '../../../../src-shared/app-state';
import { hearLaterStarts, type Start } from '../../../../src-main/electron/start/single-instance';
import { answerStatus, askStatus, statusCode } from '../../../../src-main/electron/start/status';
import { emitter } from '../support/fakes';

type StatusStart = Extract<Start, { kind: 'status' }>;
const STATE = { revision: 3, accounts: [] } as unknown as AppState;

/** The lock of a profile where `running` is told of a second start. */
function lock(running: ((start: StatusStart) => void) | undefined) {
  const asked: { start?: StatusStart; folderMode?: string; released: boolean } = { released: false };
  const app = {
    requestSingleInstanceLock: (data: unknown) => {
      asked.start = data as StatusStart;
      asked.folderMode = (statSync(path.dirname(asked.start.path)).mode & 0o777).toString(8);
      if (running) setImmediate(() => running(asked.start!));
      return running === undefined;
    },
    releaseSingleInstanceLock: () => void (asked.released = true),
  };
  return { app: app as unknown as App, asked };
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'tocsin-profile-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const write = (at: string, text: string): Promise<void> =>
  new Promise((resolve) =>
    connect(at)
      .on('close', () => resolve())
      .on('error', () => {})
      .end(text),
  );

describe('--status', () => {
  test('gets the state of the running Tocsin, through a socket in a folder of its own', async () => {
    const { app, asked } = lock((start) => void answerStatus(start, STATE));
    expect(await askStatus(app, folder())).toEqual({ state: 'answered', json: JSON.stringify(STATE) });
    expect(asked).toMatchObject({ folderMode: '700', released: false });
    expect(existsSync(path.dirname(asked.start!.path))).toBe(false);
  });

  test('nobody is running: said, the lock given back, nothing left behind', async () => {
    const { app, asked } = lock(undefined);
    expect(await askStatus(app, folder())).toEqual({ state: 'not-running' });
    expect([asked.released, existsSync(path.dirname(asked.start!.path))]).toEqual([true, false]);
  });

  test('no answer in time', async () => {
    const { app } = lock(() => {});
    expect(await askStatus(app, folder(), 10)).toEqual({ state: 'no-answer' });
  });

  test('an answer without the nonce is none; the right one after it counts', async () => {
    const { app } = lock((start) => {
      void write(start.path, `${'0'.repeat(32)}\n{"forged":true}`)
        .then(() => write(start.path, ''))
        .then(() => answerStatus(start, STATE));
    });
    expect(await askStatus(app, folder())).toEqual({ state: 'answered', json: JSON.stringify(STATE) });
  });

  test('who asked is gone: the running one does not mind', async () => {
    await expect(
      answerStatus({ kind: 'status', path: '/nonexistent/status', nonce: '' }, STATE),
    ).resolves.toBeUndefined();
  });
});

const FAILURE = { kind: 'timeout' } as const;
const is = (state: Health['state'], kind: 'inbox' | 'tenant' = 'inbox') => ({
  kind,
  health: { state, since: 0, failure: FAILURE } as Health,
});
test.for([
  { accounts: [], code: 1 },
  { accounts: [is('watching')], code: 0 },
  { accounts: [is('troubled'), is('watching')], code: 0 },
  { accounts: [is('watching'), is('not-watching')], code: 1 },
  { accounts: [is('starting')], code: 1 },
  { accounts: [is('idle', 'tenant')], code: 1 },
  { accounts: [is('idle', 'tenant'), is('watching')], code: 0 },
])('$accounts → exit $code', ({ accounts, code }) => {
  expect(statusCode({ accounts } as unknown as AppState)).toBe(code);
});

test.for([
  { data: { kind: 'show' }, start: { kind: 'show' } },
  { data: { kind: 'link', url: 'tocsin://inbox' }, start: { kind: 'link', url: 'tocsin://inbox' } },
  { data: { kind: 'provision', file: '/tmp/x.json' }, start: { kind: 'provision', file: '/tmp/x.json' } },
  {
    data: { kind: 'status', path: '/tmp/s', nonce: 'f'.repeat(32) },
    start: { kind: 'status', path: '/tmp/s', nonce: 'f'.repeat(32) },
  },
  { data: { kind: 'status', path: '/tmp/s', nonce: '../../' }, start: { kind: 'show' } },
  { data: { kind: 'quit' }, start: { kind: 'show' } },
  { data: { kind: 'show', more: 1 }, start: { kind: 'show' } },
  { data: undefined, start: { kind: 'show' } },
  { data: null, start: { kind: 'show' } },
])('a second start that says $data means $start', ({ data, start }) => {
  const app = emitter<App>();
  const heard: Start[] = [];
  hearLaterStarts(app)((one) => heard.push(one));
  app.emit('second-instance', {}, ['tocsin', '--evil'], '/', data);
  expect(heard).toEqual([start]);
});

test('a start that comes before there is a listener is kept for it, in order', () => {
  const app = emitter<App>();
  const heard: Start[] = [];
  const laterStarts = hearLaterStarts(app);
  const link = { kind: 'link', url: 'tocsin://inbox' } as const;
  app.emit('second-instance', {}, [], '/', link);
  app.emit('second-instance', {}, [], '/', { kind: 'show' });
  laterStarts((one) => heard.push(one));
  app.emit('second-instance', {}, [], '/', link);
  expect(heard).toEqual([link, { kind: 'show' }, link]);
});
