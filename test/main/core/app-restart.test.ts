import { expect, test } from 'vitest';
import { started, folder, titles } from './started-app';

const MIN = 60_000;

test('a bubble of the run before is clicked as any other', async () => {
  const { clock, server, start } = await started({ folder: folder() });
  const first = await start();
  const item = server.add({ data: { test_agent_id: 4 } });
  await clock.pass(MIN);
  const { tag } = first.toaster.shown[0]!;
  await first.app.stop();
  const second = await start();
  second.toaster.click('nobody’s');
  second.toaster.click(tag);
  await clock.pass(200);
  expect(second.opened).toMatchObject([{ page: 'inbox', key: { id: String(item.id) } }]);
  await second.app.stop();
});

test('what was held when Tocsin quit is told at the next start, once', async () => {
  const { clock, server, start } = await started({ folder: folder() });
  const first = await start();
  await first.app.pause.set(clock.now() + 60 * 60_000);
  server.add();
  server.add();
  await clock.pass(MIN);
  expect(first.state().held).toBe(2);
  await first.app.stop();
  const second = await start();
  expect(titles(second)).toEqual(['2 notifications while paused']);
  expect(second.state().held).toBe(0);
  await second.app.stop();
  expect(titles(await start())).toEqual([]);
});

test('what was being shown at a crash is one digest at the next start, until the desktop took it', async () => {
  const { clock, server, start } = await started({ folder: folder() });
  const first = await start();
  first.toaster.show = () => new Promise(() => undefined);
  server.add();
  server.add({ type: 3, data: { task_id: 7 } });
  await clock.pass(30_000);
  const nobody = {
    withdraw: () => undefined,
    onAct: () => undefined,
    onClose: () => undefined,
    onGone: () => undefined,
  };
  const refused = await start({
    toaster: { ...nobody, show: () => Promise.resolve({ state: 'no-service' }) },
  });
  await refused.app.stop();
  const second = await start();
  expect(titles(second)).toEqual(['2 notifications while restarting']);
  await second.app.stop();
  expect(titles(await start())).toEqual([]);
});

test('a summary that grows leaves one line in the log of each item', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  for (let i = 0; i < 6; i += 1) server.add();
  await clock.pass(30_000);
  server.add();
  await clock.pass(30_000);
  expect(titles(tested)).toEqual([expect.stringMatching(/^6 agents/), expect.stringMatching(/^7 agents/)]);
  const { rows } = await tested.app.store.query({ seen: false }, 0, 20);
  const logs = await Promise.all(
    rows
      .slice(0, 7)
      .map(async ({ key }) => (await tested.app.inbox.item(key)).verdicts.map(({ step }) => step)),
  );
  expect(new Set(logs.map((steps) => steps.join(' ')))).toEqual(new Set(['rule-toast storm shown']));
});
