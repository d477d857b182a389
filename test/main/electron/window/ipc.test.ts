import fc from 'fast-check';
import type { IpcMain, WebFrameMain } from 'electron';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fail, type Result } from '../../../../src-shared/app-error';
import { commands, type CommandName } from '../../../../src-shared/ipc';
import { CALL } from '../../../../src-shared/ipc-channels';
import type { Handlers } from '../../../../src-main/core/handlers';
import { createAnswer } from '../../../../src-main/electron/window/ipc';
import { hearCalls } from '../../../../src-main/electron/window/ipc-calls';
import { createFakeLog } from '../support/fakes';

const NAMES = Object.keys(commands) as CommandName[];
const ORIGIN = 'app://bundle';

type Listener = (event: unknown, name: unknown, input: unknown) => Promise<Result<unknown>>;

function setUp(handlers: Partial<Handlers> = {}) {
  const frame = { parent: null, origin: ORIGIN } as unknown as WebFrameMain;
  const called: { name: string; input: unknown }[] = [];
  const recording = Object.fromEntries(
    NAMES.map((name) => [name, (input: unknown) => (called.push({ name, input }), null)]),
  );
  const answered: string[] = [];
  const log = createFakeLog();
  let listener: Listener | undefined;
  const ipcMain = {
    handle: (channel: string, given: Listener) => {
      if (channel === CALL) listener = given;
    },
  };
  const answer = createAnswer({
    handlers: () => ({ ...recording, ...handlers }) as Handlers,
    mainFrame: () => frame,
    origin: ORIGIN,
    log,
    redact: (text) => text.replaceAll('secret', '***'),
    onAnswered: (name) => answered.push(name),
  });
  hearCalls(ipcMain as unknown as IpcMain, Promise.resolve(answer));
  const call = (name: unknown, input: unknown, senderFrame: unknown = frame): Promise<Result<unknown>> =>
    listener!({ senderFrame }, name, input);
  return { call, called, answered, log, frame };
}

const refusal = (detail: string) => ({
  ok: false,
  failure: expect.objectContaining({ kind: 'bad-input', detail }) as unknown,
});

describe('a call', () => {
  test('reaches its handler and answers as a Result', async () => {
    const { call, called } = setUp({ state: () => ({ revision: 7 }) as never });
    expect(await call('state', {})).toEqual({ ok: true, value: { revision: 7 } });
    expect(await call('inboxQuery', { filter: {}, offset: 0, limit: 50 })).toEqual({ ok: true, value: null });
    expect(called).toEqual([{ name: 'inboxQuery', input: { filter: {}, offset: 0, limit: 50 } }]);
  });

  test('tells when it was answered, after the reply is on its way', async () => {
    const { call, answered } = setUp();
    await call('state', {});
    expect(answered).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toEqual(['state']);
  });

  test('that was refused is not told as answered', async () => {
    const { call, answered } = setUp();
    await call('state', { more: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toEqual([]);
  });
});

describe('a bad sender is refused', () => {
  const { frame, call, called } = setUp();
  test.for([
    { from: 'a frame that is gone', sender: null },
    { from: 'another frame of our origin', sender: { parent: null, origin: ORIGIN } },
    { from: 'a frame inside ours', sender: { parent: frame, origin: ORIGIN } },
  ])('$from', async ({ sender }) => {
    expect(await call('state', {}, sender)).toEqual(refusal('sender'));
    expect(called).toEqual([]);
  });

  test.for(['https://example.org', 'app://other', 'null', 'file://', 'http://localhost:5173'])(
    'our frame, gone to %s',
    async (origin) => {
      const own = setUp();
      Object.assign(own.frame, { origin });
      expect(await own.call('state', {})).toEqual(refusal('sender'));
    },
  );

  test('our frame, put inside another page', async () => {
    const own = setUp();
    Object.assign(own.frame, { parent: {} });
    expect(await own.call('state', {})).toEqual(refusal('sender'));
  });
});

describe('a bad command is refused', () => {
  test.for(['', 'nope', '__proto__', 'constructor', 'toString', 'State', 0, null, undefined, ['state'], {}])(
    '%s',
    async (name) => {
      expect(await setUp().call(name, {})).toEqual(refusal('command'));
    },
  );
});

describe('a bad size is refused before it is looked at', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  test.for([
    { what: 'a long text', input: { token: 'x'.repeat(65_536), account: 'abcd' } },
    { what: 'long in bytes, not in characters', input: { token: 'ż'.repeat(40_000), account: 'abcd' } },
    { what: 'many keys', input: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [i, 1])) },
    { what: 'a billion holes', input: { keys: Object.assign([], { length: 1_000_000_000 }) } },
    { what: 'a cycle', input: cycle },
    { what: 'a buffer', input: new Uint8Array(10) },
    { what: 'a date', input: { account: new Date(0) } },
    { what: 'a map', input: new Map([['account', 'abcd']]) },
    { what: 'a bigint', input: { account: 1n } },
  ])('$what', async ({ input }) => {
    const { call, called } = setUp();
    expect(await call('accountToken', input)).toEqual(refusal('size'));
    expect(called).toEqual([]);
  });

  test('just below it passes: 500 keys to mark', async () => {
    const keys = Array.from({ length: 500 }, (_, i) => ({
      account: 'abcdefgh',
      id: '9'.repeat(19),
      ts: 1e15 + i,
    }));
    expect(await setUp().call('markSeen', { keys })).toEqual({ ok: true, value: null });
  });
});

describe('failures', () => {
  test('a refused input names its fields and never its values', async () => {
    const { call } = setUp();
    const result = await call('accountAdd', { token: ['secret-token'], kind: 'secret-kind' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(JSON.stringify(result)).toContain('token');
  });

  test('an expected one is handed on and is no bug', async () => {
    const { call, log } = setUp({
      pollNow: () => {
        throw fail('no-network');
      },
    });
    expect(await call('pollNow', {})).toEqual({ ok: false, failure: { kind: 'no-network' } });
    expect(log.bugs).toEqual([]);
  });

  test('anything else is a bug: logged, and its words redacted', async () => {
    const bug = new TypeError('bad secret');
    const { call, log } = setUp({ pollNow: () => Promise.reject(bug) });
    expect(await call('pollNow', {})).toEqual({ ok: false, failure: { kind: 'bug', detail: 'bad ***' } });
    expect(log.bugs).toEqual([bug]);
  });
});

test('10,000 random inputs to each command: a typed refusal or what its schema allows, never a crash', async () => {
  const { call, called, log } = setUp();
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, NaN, -0, '', 'abcd', 'Token', 'inbox', 2 ** 53),
  );
  const names = [
    ...new Set(
      NAMES.flatMap((name) => Object.keys((commands[name].input as unknown as { entries: object }).entries)),
    ),
  ];
  const like = fc.dictionary(
    fc.constantFrom(...names, '__proto__', 'constructor', 'filter', 'id', 'ts'),
    fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('account', 'id', 'ts', 'seen'), leaf),
    ),
    { maxKeys: 6 },
  );
  const refusals = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 3, arbitrary: like }, fc.anything()), async (input) => {
      for (const name of NAMES) {
        called.length = 0;
        const result = await call(name, input);
        if (result.ok) {
          expect(called).toHaveLength(1);
          expect(v.is(commands[name].input, called[0]!.input)).toBe(true);
        } else {
          expect([result.failure.kind, called]).toEqual(['bad-input', []]);
          refusals.add(result.failure.detail ?? '');
        }
      }
    }),
    { numRuns: 10_000 },
  );
  expect(log.bugs).toEqual([]);
  expect(refusals.size).toBeGreaterThan(10); // the fuzz went deeper than the front door
}, 120_000);
