import { describe, expect, test } from 'vitest';
import { connectBus as connectDesktop } from '../../../../scripts/desktop/bus.mjs';
import { NOTIFICATIONS } from '../../../../src-main/electron/toasts/notifications-name';
import { noBus } from '../support/bus';
import { onPrivateBus, TOAST } from '../support/linux-toaster';

describe.skipIf(noBus)('toasts on a private bus', () => {
  const { address, setUp } = onPrivateBus();

  test('one bubble, with all that the specification has for it', async () => {
    const { service, toaster } = await setUp();
    expect(await toaster.show({ ...TOAST, urgency: 'critical' })).toEqual({ state: 'shown' });
    expect(service.shown()).toEqual([
      {
        id: 1,
        at: expect.any(Number) as number,
        app: 'Tocsin',
        replaces: 0,
        icon: '',
        summary: 'Agent 4 is offline',
        body: 'Lab Warsaw · 14:02',
        actions: ['default', 'Open', 'seen', 'Seen'],
        hints: {
          'desktop-entry': 'tocsin',
          urgency: 2,
          'suppress-sound': true,
          category: 'network.disconnected',
          'image-path': 'file:///pictures/major.png',
        },
        timeout: -1,
      },
    ]);
  });

  test.for([
    {
      capabilities: ['body', 'actions', 'body-markup'],
      body: 'a &lt; b &amp;&amp; c &gt; d',
      actions: ['default', 'Open', 'seen', 'Seen'],
    },
    {
      capabilities: ['body', 'actions'],
      body: 'a < b && c > d',
      actions: ['default', 'Open', 'seen', 'Seen'],
    },
    { capabilities: ['body'], body: 'a < b && c > d', actions: [] },
    { capabilities: [], body: 'a < b && c > d', actions: [] },
  ])('a service with $capabilities gets $body', async ({ capabilities, body, actions }) => {
    const { service, toaster } = await setUp({ service: { capabilities } });
    await toaster.show({ ...TOAST, title: '<b>a & b</b>', body: 'a < b && c > d' });
    expect(service.shown()[0]).toMatchObject({ summary: '<b>a & b</b>', body, actions });
  });

  test('hostile text: no control or bidi characters, cut before it is escaped', async () => {
    const { service, toaster } = await setUp();
    await toaster.show({
      ...TOAST,
      title: `a\u202e\0\n${'t'.repeat(200)}`,
      body: `\u2066${'&'.repeat(400)}`,
    });
    const { summary, body } = service.shown()[0]!;
    expect(summary).toHaveLength(100);
    expect(summary).toMatch(/^a t+…$/);
    expect(body).toBe(`${'&amp;'.repeat(249)}…`);
  });

  test('the same tag replaces, another does not, a closed one is not replaced', async () => {
    const { service, toaster } = await setUp();
    await Promise.all([toaster.show(TOAST), toaster.show({ ...TOAST, title: 'two' })]);
    await toaster.show({ ...TOAST, title: 'three' });
    await toaster.show({ ...TOAST, tag: 'b' });
    service.closed(1);
    await toaster.show({ ...TOAST, tag: 'b' });
    await toaster.show(TOAST);
    expect(service.shown().map(({ replaces }) => replaces)).toEqual([0, 1, 1, 0, 2, 0]);
  });

  test('a click is told by its tag, once for its bubble', async () => {
    const { service, toaster, clicks } = await setUp();
    await toaster.show(TOAST);
    await toaster.show({ ...TOAST, tag: 'b' });
    service.action(99);
    service.action(2);
    service.action(1);
    await clicks.first((tag) => tag === 'a');
    expect(clicks.all).toEqual(['b', 'a']);
  });

  test('a button is told by its name; one that is none of ours is not', async () => {
    const { service, toaster, clicks } = await setUp();
    await toaster.show({ ...TOAST, buttons: ['seen', 'snooze'] });
    for (const key of ['snooze', 'evil', 'seen', 'default']) service.action(1, key);
    await clicks.first((tag) => tag === 'a');
    expect(clicks.all).toEqual(['a snooze', 'a seen', 'a']);
  });

  test('what says nothing of itself has no category, no picture and no buttons', async () => {
    const { service, toaster } = await setUp();
    await toaster.show({ ...TOAST, look: null, about: null, buttons: [] });
    expect(service.shown()[0]).toMatchObject({
      actions: ['default', 'Open'],
      hints: { 'desktop-entry': 'tocsin', urgency: 1 },
    });
    expect(Object.keys(service.shown()[0]!.hints)).toEqual(['desktop-entry', 'urgency', 'suppress-sound']);
  });

  test('closed by a person is told; one that expired, or that we withdrew, is not', async () => {
    const { service, toaster, clicks } = await setUp();
    const closed: string[] = [];
    toaster.onClose((tag) => closed.push(tag));
    for (const tag of ['a', 'b', 'c', 'd']) await toaster.show({ ...TOAST, tag });
    service.closed(1, 1);
    toaster.withdraw('b');
    await toaster.show({ ...TOAST, tag: 'e' }); // by then it is withdrawn
    service.closed(3, 2);
    service.action(4);
    await clicks.first((tag) => tag === 'd'); // what came before it was heard
    expect(closed).toEqual(['c']);
  });

  const LOUD = { look: 'major', volume: 60 } as const;

  test.for([
    { capabilities: ['body'], sound: null, hint: { 'suppress-sound': true }, played: [] },
    { capabilities: ['body', 'sound'], sound: null, hint: { 'suppress-sound': true }, played: [] },
    { capabilities: ['body'], sound: LOUD, hint: { 'suppress-sound': true }, played: [LOUD] },
    {
      capabilities: ['body', 'sound'],
      sound: LOUD,
      hint: { 'sound-file': '/sounds/major-60.wav' },
      played: [],
    },
  ])('$sound with a service of $capabilities: $hint', async ({ capabilities, sound, hint, played: ours }) => {
    const { service, toaster, played } = await setUp({ service: { capabilities } });
    await toaster.show({ ...TOAST, sound });
    const { 'suppress-sound': no, 'sound-file': file } = service.shown()[0]!.hints;
    expect({
      ...(no !== undefined && { 'suppress-sound': no }),
      ...(file !== undefined && { 'sound-file': file }),
    }).toEqual(hint);
    expect(played).toEqual(ours);
  });

  test('a click that somebody else on the bus made up is not believed', async () => {
    const { service, toaster, clicks } = await setUp();
    await toaster.show(TOAST);
    const stranger = await connectDesktop(address());
    stranger.emit(NOTIFICATIONS.path, NOTIFICATIONS.name, 'ActionInvoked', 'us', [1, 'default']);
    await stranger.hasOwner(NOTIFICATIONS.name); // its signal is through the bus
    service.action(1);
    await clicks.first(() => true);
    await toaster.show(TOAST);
    expect(clicks.all).toEqual(['a']);
    stranger.close();
  });

  test('withdrawn: closed by its id, also one that is still on its way; twice is nothing', async () => {
    const { service, toaster } = await setUp();
    const shown = toaster.show(TOAST);
    toaster.withdraw('a');
    toaster.withdraw('a');
    toaster.withdraw('never shown');
    await shown;
    await toaster.show({ ...TOAST, tag: 'b' });
    expect(service.closedByCall()).toEqual([1]);
  });

  test('withdrawn and shown again at once: a new bubble, and it stays', async () => {
    const { service, toaster } = await setUp();
    await toaster.show(TOAST);
    toaster.withdraw('a');
    expect(await toaster.show({ ...TOAST, title: 'again' })).toEqual({ state: 'shown' });
    toaster.withdraw('never shown');
    // Also while the one before is on its way.
    const third = toaster.show({ ...TOAST, title: 'three' });
    toaster.withdraw('a');
    await toaster.show({ ...TOAST, title: 'four' });
    await third;
    await toaster.show({ ...TOAST, tag: 'b' }); // by then it is withdrawn
    expect(service.shown().map(({ summary, replaces }) => [summary, replaces])).toEqual([
      [TOAST.title, 0],
      ['again', 0],
      ['three', 2],
      ['four', 0],
      [TOAST.title, 0],
    ]);
    expect(service.closedByCall()).toEqual([1, 2]);
  });
});
