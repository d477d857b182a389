import { watch } from './watch';

/** Of what was asked. */
export const patches = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.startsWith('PATCH'));

/** An account with `n` unseen notifications, and a poller that has met them. */
export async function marked(n: number, more: Parameters<typeof watch>[0] = {}) {
  const tested = await watch(more);
  const { clock, server, store, begin, asked } = tested;
  for (let i = 0; i < n; i += 1) server.add({ ts: (clock.now() - (n - i) * 1000) * 1000 });
  const poller = begin();
  await clock.pass(1000);
  asked();
  const keys = (await store.query({ order: 'oldest' }, 0, n)).rows.map(({ key }) => key);
  const mark = async (of = keys, undo = 8000) => {
    await store.addMarks(of, `b${clock.now()}`, clock.now() + undo);
    poller.marksAdded();
  };
  return { ...tested, poller, keys, mark };
}
