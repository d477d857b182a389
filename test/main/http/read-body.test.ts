import { expect, test } from 'vitest';
import { AppError, fail } from '../../../src-shared/app-error';
import { readBody } from '../../../src-main/http/read-body';
import { createSend, type Fetch } from '../../../src-main/http/send';
import { createFakeClock, settle } from '../../support/fake-clock';

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

test('over its cap a body is left: what came by then, and the connection ends', async () => {
  const { response, ended } = bodyOf('1234', '5678', '9');
  const { signal } = new AbortController();
  let pieces = 0;
  const { body, whole } = await readBody(response, { cap: 6, signal, onPiece: () => (pieces += 1) });
  expect([new TextDecoder().decode(body), whole, pieces]).toEqual(['1234', false, 3]);
  expect(ended()).toBe('left');
});

test.for(['before', 'while it waits'] as const)(
  'aborted %s: ends at once, though fetch does nothing',
  async (when) => {
    const { response, ended } = bodyOf('1234');
    const stop = new AbortController();
    if (when === 'before') stop.abort(fail('stopped'));
    const reading = kindOf(readBody(response, { cap: 100, signal: stop.signal, onPiece: () => undefined }));
    await settle();
    stop.abort(fail('stopped'));
    expect(await reading).toBe('stopped');
    expect(ended()).toBeInstanceOf(AppError);
  },
);

test('a body of nothing is whole', async () => {
  const { signal } = new AbortController();
  const read = await readBody(new Response(null), { cap: 1, signal, onPiece: () => undefined });
  expect([read.body.byteLength, read.whole]).toEqual([0, true]);
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
      createSend(fetch(response), clock)({ method: 'GET', url: 'https://h.example/', authorization: 'x' }),
    );
    await clock.pass(after);
    expect(await sent).toBe('timeout');
    expect(clock.timers()).toBe(0);
  },
);

test('an answer that comes when nobody waits any more is left', async () => {
  const clock = createFakeClock();
  const { response, ended } = bodyOf('{');
  let answer = (_: Response): void => undefined;
  const send = createSend(() => new Promise((resolve) => (answer = resolve)), clock);
  const sent = kindOf(send({ method: 'GET', url: 'https://h.example/', authorization: 'x' }));
  await clock.pass(10_000);
  expect(await sent).toBe('timeout');
  answer(response);
  await settle();
  expect(ended()).toBe('left');
});
