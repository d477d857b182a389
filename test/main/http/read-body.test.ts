import { expect, onTestFinished, test, vi } from 'vitest';
import { AppError, fail } from '../../../src-shared/app-error';
import { createReadBody } from '../../../src-main/http/read-body';
import { createSend } from '../../../src-main/http/send';
import type { Fetch } from '../../../src-main/core/network-port';
import { createFakeClock, settle } from '../../support/fake-clock';

const X = { name: 'Authorization', value: 'x', token: 'x' };

const readBody = createReadBody(100);

/** A body in pieces; it never ends by itself, and hears of no signal. */
function bodyOf(...pieces: readonly string[]) {
  let ended: unknown;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
    },
    cancel(reason) {
      ended = reason ?? 'left';
    },
  });
  return { response: new Response(stream), ended: () => ended };
}
const kindOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'whole',
    (error: unknown) => (error instanceof AppError ? error.failure.kind : error),
  );

test.for([
  { what: 'a page', strict: true, gives: 'too-large' },
  { what: 'an error’s page', strict: false, gives: '1234' },
])('over its cap $what is left and its connection ends: $gives', async ({ strict, gives }) => {
  const { response, ended } = bodyOf('1234', '5678', '9');
  const { signal } = new AbortController();
  let pieces = 0;
  const limits = { cap: 6, strict, signal, onPiece: () => (pieces += 1) };
  const read = await readBody(response, limits).then(
    (body) => new TextDecoder().decode(body),
    (error: AppError) => error.failure.kind,
  );
  expect([read, pieces, ended()]).toEqual([gives, 3, 'left']);
});

test.for(['before', 'while it waits'] as const)(
  'aborted %s: ends at once, though fetch does nothing',
  async (when) => {
    const { response, ended } = bodyOf('1234');
    const stop = new AbortController();
    if (when === 'before') stop.abort(fail('stopped'));
    const reading = kindOf(
      readBody(response, { cap: 100, strict: true, signal: stop.signal, onPiece: () => undefined }),
    );
    await settle();
    stop.abort(fail('stopped'));
    expect(await reading).toBe('stopped');
    expect(ended()).toBeInstanceOf(AppError);
  },
);

test('one that says it is over the cap is not read at all', async () => {
  const { response, ended } = bodyOf('1234');
  response.headers.set('Content-Length', '101');
  const { signal } = new AbortController();
  let pieces = 0;
  const limits = { cap: 100, strict: true, signal, onPiece: () => (pieces += 1) };
  expect(await kindOf(readBody(response, limits))).toBe('too-large');
  expect([pieces, ended()]).toEqual([1, 'left']);
});

test('bodies read at the same time and one after the other stay their own', async () => {
  const { signal } = new AbortController();
  const read = async (text: string): Promise<string> => {
    const body = await readBody(new Response(text), {
      cap: 100,
      strict: true,
      signal,
      onPiece: () => undefined,
    });
    return new TextDecoder().decode(body);
  };
  const [first, second] = await Promise.all([read('a'.repeat(90)), read('b'.repeat(80))]);
  const body = await readBody(new Response('cc'), {
    cap: 100,
    strict: true,
    signal,
    onPiece: () => undefined,
  });
  expect(await read('ddd')).toBe('ddd');
  expect([first, second, new TextDecoder().decode(body)]).toEqual(['a'.repeat(90), 'b'.repeat(80), 'cc']);
  expect(body.buffer.byteLength, 'it is handed over whole').toBe(2);
});

test('longer than the room that most fit into: whole, in whatever pieces it comes, and so are those after it', async () => {
  const KB = 1024;
  const read = createReadBody(1024 * KB);
  const { signal } = new AbortController();
  const lengthsOf = async (...pieces: readonly number[]): Promise<unknown> => {
    const texts = pieces.map((length, n) => String(n).repeat(length));
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
    const limits = { cap: 1024 * KB, strict: true, signal, onPiece: () => undefined };
    const body = await read(new Response(stream), limits);
    return new TextDecoder().decode(body) === texts.join('') ? body.buffer.byteLength / KB : 'another text';
  };
  expect(await lengthsOf(100 * KB, 100 * KB, 600 * KB)).toBe(800);
  expect(await lengthsOf(700 * KB)).toBe(700);
  expect(await lengthsOf(1 * KB, 2 * KB)).toBe(3);
  expect(await Promise.all([lengthsOf(130 * KB, 20 * KB), lengthsOf(20 * KB, 150 * KB)])).toEqual([150, 170]);
});

test('the room that most answers fit into is made once, and again only for one beside another', async () => {
  const made: number[] = [];
  const counted = new Proxy(Uint8Array, {
    construct(target, given: [number], newTarget) {
      if (typeof given[0] === 'number') made.push(given[0]);
      return Reflect.construct(target, given, newTarget) as Uint8Array;
    },
  });
  const KB = 1024;
  const read = createReadBody(1024 * KB);
  const { signal } = new AbortController();
  const limits = { cap: 1024 * KB, strict: true, signal, onPiece: () => undefined };
  const [one, two, long, three, ...together] = [2, 2, 200 * KB, 2, 2, 2].map(
    (n) => new Response('x'.repeat(n)),
  );
  vi.stubGlobal('Uint8Array', counted);
  onTestFinished(() => void vi.unstubAllGlobals());
  await read(one!, limits);
  await read(two!, limits);
  expect(made).toEqual([128 * KB]);
  await read(long!, limits);
  await read(three!, limits);
  expect(made).toEqual([128 * KB, 1024 * KB]);
  await Promise.all(together.map((answer) => read(answer, limits)));
  expect(made).toEqual([128 * KB, 1024 * KB, 128 * KB]);
});

test('a body of nothing is whole', async () => {
  const { signal } = new AbortController();
  const read = await readBody(new Response(null), { cap: 1, strict: true, signal, onPiece: () => undefined });
  expect(read.byteLength).toBe(0);
});

test.for<{ what: string; fetch: (late: Response) => Fetch; after: number }>([
  { what: 'never answers', fetch: () => () => new Promise(() => undefined), after: 10_000 },
  { what: 'answers, and its body never ends', fetch: (late) => () => Promise.resolve(late), after: 10_000 },
])(
  'a fetch that $what and heeds no signal: a timeout after $after ms, no timer left',
  async ({ fetch, after }) => {
    const clock = createFakeClock();
    const { response } = bodyOf('{');
    const sent = kindOf(
      createSend(fetch(response), clock)({ method: 'GET', url: 'https://h.example/', authorization: X }),
    );
    await clock.pass(after);
    expect(await sent).toBe('timeout');
    expect(clock.timers()).toBe(0);
  },
);

test('an answer that comes when nobody waits any more is left', async () => {
  const clock = createFakeClock();
  const { response, ended } = bodyOf('{');
  let answer: (response: Response) => void = () => undefined;
  const send = createSend(() => new Promise((resolve) => (answer = resolve)), clock);
  const sent = kindOf(send({ method: 'GET', url: 'https://h.example/', authorization: X }));
  await clock.pass(10_000);
  expect(await sent).toBe('timeout');
  answer(response);
  await settle();
  expect(ended()).toBe('left');
});
