import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startNotificationService } from '../../../scripts/desktop/notification-service.mjs';
import { connectBus as connectDesktop } from '../../../scripts/desktop/bus.mjs';
import type { Clock, Sound, ToastLook, ToastView } from '../../../src-main/core/ports';
import { createBubbleIds } from '../../../src-main/electron/bubble-ids';
import { connectBus } from '../../../src-main/electron/bus-connection';
import { createClock } from '../../../src-main/electron/clock';
import { createLinuxDesktop } from '../../../src-main/electron/desktop-linux';
import { NOTIFICATIONS } from '../../../src-main/electron/notifications-name';
import { createSessionBus } from '../../../src-main/electron/session-bus';
import { createLinuxToaster } from '../../../src-main/electron/toaster-linux';
import { createFakeClock, settle } from '../../support/fake-clock';
import { heard, noBus, noDconf, startPrivateBus, type PrivateBus } from './support/bus';
import { createFakeFile, createFakeLog } from './support/fakes';

const TOAST: ToastView = {
  tag: 'a',
  title: 'Agent 4 is offline',
  body: 'Lab Warsaw · 14:02',
  urgency: 'normal',
  look: 'major',
  about: 'lost',
  buttons: ['seen'],
  sound: null,
};
const PARTS = {
  labels: () => ({ open: 'Open', seen: 'Seen', snooze: 'Snooze 1 h' }),
  pictureOf: (look: ToastLook | null) => (look === null ? undefined : `file:///pictures/${look}.png`),
};

describe.skipIf(noBus)('toasts on a private bus', () => {
  let daemon: PrivateBus;
  let close: () => void;
  beforeEach(async () => {
    daemon = await startPrivateBus();
  });
  afterEach(async () => {
    close();
    await daemon.stop();
  });

  async function setUp({
    service: options = {},
    clock = createClock() as Pick<Clock, 'after'>,
    withService = true,
    file = createFakeFile(),
  } = {}) {
    const service = withService ? await startNotificationService(daemon.address, options) : undefined;
    const bus = createSessionBus({
      address: () => daemon.address,
      connect: connectBus,
      clock,
      log: createFakeLog(),
    });
    const desktop = createLinuxDesktop(bus, noDconf);
    const played: Sound[] = [];
    const fileClock = createFakeClock();
    const presence = heard<string>();
    desktop.onNotifications(presence.tell);
    const toaster = createLinuxToaster({
      bus,
      desktop,
      ...PARTS,
      ids: createBubbleIds({ file, clock: fileClock }),
      sounds: {
        fileOf: ({ look, volume }) => `/sounds/${look}-${volume}.wav`,
        play: (sound) => (played.push(sound), Promise.resolve('played')),
      },
    });
    const clicks = heard<string>();
    toaster.onAct((tag, act) => clicks.tell(act === 'open' ? tag : `${tag} ${act}`));
    const gone = heard<string>();
    toaster.onGone((tags) => gone.tell(tags.join(' ')));
    await presence.first((is) => is === (withService ? 'there' : 'none'));
    close = () => {
      bus.close();
      void service?.close();
    };
    return { service: service!, toaster, clicks, gone, presence, played, fileClock };
  }

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
    const stranger = await connectDesktop(daemon.address);
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

  test('no service: said at once; one that comes is used, with its own capabilities and ids', async () => {
    const { toaster, presence } = await setUp({ withService: false });
    expect(await toaster.show(TOAST)).toEqual({ state: 'no-service' });
    const first = await startNotificationService(daemon.address);
    await presence.first((is) => is === 'there');
    expect(await toaster.show({ ...TOAST, body: '<' })).toEqual({ state: 'shown' });
    expect(first.shown()[0]?.body).toBe('&lt;');
    await first.close();
    await presence.first((is) => is === 'none' && presence.all.length === 3);
    expect(await toaster.show(TOAST)).toEqual({ state: 'no-service' });
    const second = await startNotificationService(daemon.address, { capabilities: ['body'] });
    await presence.first((is) => is === 'there' && presence.all.length === 4);
    await toaster.show({ ...TOAST, body: '<' });
    expect(second.shown()).toMatchObject([{ replaces: 0, body: '<', actions: [] }]);
    await second.close();
  });

  test('the service starts anew: what stood is gone, said once, and its next is a new bubble', async () => {
    const { service, toaster, gone, presence } = await setUp();
    await toaster.show(TOAST);
    await toaster.show({ ...TOAST, tag: 'b' });
    service.closed(2);
    await toaster.show({ ...TOAST, tag: 'c' });
    await service.close();
    await presence.first((is) => is === 'none');
    const next = await startNotificationService(daemon.address);
    await presence.first(() => presence.all.length === 3);
    await toaster.show({ ...TOAST, title: 'again' });
    expect(next.shown()).toMatchObject([{ summary: 'again', replaces: 0 }]);
    expect(gone.all).toEqual(['a c']);
    await next.close();
  });

  test('the app starts anew: its bubbles are still its own', async () => {
    const file = createFakeFile();
    const first = await setUp({ file });
    await first.toaster.show(TOAST);
    await first.toaster.show({ ...TOAST, tag: 'b' });
    await first.fileClock.pass(300);
    const bus = createSessionBus({
      address: () => daemon.address,
      connect: connectBus,
      clock: createClock(),
      log: createFakeLog(),
    });
    const again = createLinuxToaster({
      bus,
      desktop: createLinuxDesktop(bus, noDconf),
      ...PARTS,
      ids: createBubbleIds({ file, clock: createFakeClock() }),
      sounds: { fileOf: () => undefined, play: () => Promise.resolve('played') },
    });
    const acts = heard<string>();
    again.onAct((tag, act) => acts.tell(`${tag} ${act}`));
    await again.show({ ...TOAST, title: 'two' });
    first.service.action(2, 'seen');
    expect(await acts.first(() => true)).toBe('b seen');
    again.withdraw('b');
    await again.show({ ...TOAST, tag: 'c' });
    expect(first.service.shown().map(({ replaces }) => replaces)).toEqual([0, 0, 1, 0]);
    expect(first.service.closedByCall()).toEqual([2]);
    bus.close();
  });

  test('a refusal of the bus comes with its name', async () => {
    const { toaster, service } = await setUp();
    await service.close();
    const stubborn = await connectDesktop(daemon.address);
    await stubborn.own(NOTIFICATIONS.name, NOTIFICATIONS.path, {}); // knows no method at all
    await stubborn.hasOwner(NOTIFICATIONS.name);
    const outcome = await toaster.show(TOAST);
    expect(outcome).toMatchObject({
      state: 'failed',
      code: 'org.freedesktop.DBus.Error.UnknownMethod',
      reason: expect.stringMatching(/GetCapabilities/) as string,
    });
    stubborn.close();
  });

  test('the first toast of a start waits for the first look at the bus', async () => {
    const service = await startNotificationService(daemon.address);
    const bus = createSessionBus({
      address: () => daemon.address,
      connect: connectBus,
      clock: createClock(),
      log: createFakeLog(),
    });
    const desktop = createLinuxDesktop(bus, noDconf);
    const toaster = createLinuxToaster({
      bus,
      desktop,
      ...PARTS,
      ids: createBubbleIds({ file: createFakeFile(), clock: createFakeClock() }),
      sounds: { fileOf: () => undefined, play: () => Promise.resolve('played') },
    });
    expect(desktop.notifications()).toBe('unknown');
    expect(await toaster.show(TOAST)).toEqual({ state: 'shown' });
    close = () => {
      bus.close();
      void service.close();
    };
  });

  test('a service that takes the call and never answers: failed after 10 s, the app goes on', async () => {
    const clock = createFakeClock();
    const { toaster } = await setUp({ service: { silent: true }, clock });
    let outcome: unknown;
    void toaster.show(TOAST).then((said) => (outcome = said));
    await clock.pass(9_999);
    expect(outcome).toBeUndefined();
    await clock.pass(1);
    await settle();
    expect(outcome).toEqual({ state: 'no-answer' });
  });

  test('the bus dies while a toast waits: failed, with words', async () => {
    const { toaster, presence } = await setUp({ service: { silent: true } });
    const outcome = toaster.show(TOAST);
    await daemon.kill();
    expect(await outcome).toEqual({ state: 'failed', code: '', reason: 'the message bus is gone' });
    await presence.first((is) => is === 'none');
    expect(await toaster.show(TOAST)).toEqual({ state: 'no-service' });
  });
});
