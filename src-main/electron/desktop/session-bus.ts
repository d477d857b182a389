import type { Clock, Log } from '../../core/ports';
import { BUS, type BusCall, type BusConnection, type BusEvents, type BusSignal } from './bus-connection';

/** Between attempts, ms: doubled each time from the first to the last. */
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
/** A bus that takes the connection and says nothing, ms. */
export const HELLO_MS = 10_000;

export interface SessionBusDeps {
  /** `undefined`: this environment has none; then none is looked for. */
  readonly address: () => string | undefined;
  /** `connectBus` */
  readonly connect: (address: string, events: BusEvents) => Promise<BusConnection>;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
  /** Not before this: loading the library and greeting the bus take main 100 ms, which the first window needs more. */
  readonly after?: Promise<void>;
}

/** `undefined`: nobody knows, there is no bus. Empty: nobody has the name. Else the unique name of who has it. */
export type NameOwner = string | undefined;

/** One connection to the session bus for everybody, found again when it breaks. Nothing here throws or blocks. */
export interface SessionBus {
  /** Rejects without a bus, after `ms`, and when the bus goes meanwhile. */
  call(call: BusCall, ms: number): Promise<readonly unknown[]>;
  /** The first attempt is over: every name that was watched by then is known, or there is no bus. */
  readonly ready: Promise<void>;
  /** Calls back with the owner as soon as it is known, and at each change. */
  watchName(name: string, listener: (owner: NameOwner) => void): void;
  /**
   * Every signal of this interface, from whomever: the listener looks at the sender.
   * @param at only those of this path: some interfaces are everybody's, and each signal wakes main
   */
  onSignal(
    interfaceName: string,
    listener: (signal: BusSignal) => void,
    at?: { readonly path: string },
  ): void;
  /** Of the bus itself: no other bus ever has it. `undefined`: there is none. */
  id(): string | undefined;
  close(): void;
}

/** A call that nobody answered within its time. */
export class NoAnswer extends Error {}

export function createSessionBus({ address, connect, clock, log, after }: SessionBusDeps): SessionBus {
  const names = new Map<string, { owner: NameOwner; readonly listeners: ((owner: NameOwner) => void)[] }>();
  const hearers: {
    readonly name: string;
    readonly path: string | undefined;
    readonly listener: (signal: BusSignal) => void;
  }[] = [];
  const rules = new Set<string>();
  let connection: BusConnection | undefined;
  let losses: ((error: Error) => void)[] = [];
  let retry = FIRST_RETRY_MS;
  let closed = false;
  let busId: string | undefined;
  let cancelRetry = (): void => {};

  async function open(): Promise<void> {
    const at = address();
    if (at === undefined || closed) return log.event('bus', 'this session has no message bus');
    let mine: BusConnection | undefined;
    const gone = (reason: string): void => {
      if (closed || (mine !== undefined && connection !== mine)) return;
      lost(reason);
    };
    try {
      mine = connection = await connect(at, { signal: heard, gone });
      if (closed) return mine.close();
      const [id] = await call(busCall('GetId'), HELLO_MS);
      busId = String(id);
      for (const rule of rules) await addMatch(rule);
      for (const name of names.keys()) await follow(name);
      retry = FIRST_RETRY_MS;
    } catch (error) {
      if (connection === mine) lost(error instanceof Error ? error.message : String(error));
    }
  }

  function lost(reason: string): void {
    log.event('bus', `no message bus: ${reason}`);
    const old = connection;
    connection = undefined;
    old?.close();
    const waiting = losses;
    losses = [];
    for (const reject of waiting) reject(new Error('the message bus is gone'));
    for (const name of names.keys()) setOwner(name, undefined);
    cancelRetry();
    cancelRetry = clock.after(retry, () => void open());
    retry = Math.min(retry * 2, LAST_RETRY_MS);
  }

  function heard(signal: BusSignal): void {
    try {
      if (signal.sender === BUS.name && signal.member === 'NameOwnerChanged')
        setOwner(String(signal.body[0]), String(signal.body[2]));
      else
        for (const { name, path, listener } of hearers)
          if (signal.interface === name && (path === undefined || signal.path === path)) listener(signal);
    } catch (error) {
      log.bug(error);
    }
  }

  function setOwner(name: string, owner: NameOwner): void {
    const watched = names.get(name);
    if (!watched || watched.owner === owner) return;
    watched.owner = owner;
    for (const listener of watched.listeners) listener(owner);
  }

  /** Follow first, ask then: a change in between is not missed. */
  async function follow(name: string): Promise<void> {
    await addMatch(`type='signal',sender='${BUS.name}',member='NameOwnerChanged',arg0='${name}'`);
    const has = await call(busCall('NameHasOwner', name), HELLO_MS);
    // Gone between the two questions: nobody has it.
    const owner =
      has[0] === true ? await call(busCall('GetNameOwner', name), HELLO_MS).catch(() => ['']) : [''];
    setOwner(name, String(owner[0]));
  }

  const addMatch = (rule: string): Promise<unknown> => call(busCall('AddMatch', rule), HELLO_MS);
  const now = (work: () => Promise<unknown>): void => {
    if (connection) work().catch((error: unknown) => log.event('bus', String(error)));
  };

  function call(asked: BusCall, ms: number): Promise<readonly unknown[]> {
    const at = connection;
    if (!at) return Promise.reject(new Error('there is no message bus'));
    return new Promise((resolve, reject) => {
      const end = (): void => {
        cancel();
        losses = losses.filter((one) => one !== failed);
      };
      const failed = (error: Error): void => (end(), reject(error));
      const cancel = clock.after(ms, () => failed(new NoAnswer(`no answer in ${ms / 1000} s`)));
      losses.push(failed);
      at.call(asked).then(
        (body) => (end(), resolve(body)),
        (error: unknown) => failed(error instanceof Error ? error : new Error(String(error))),
      );
    });
  }

  return {
    id: () => busId,
    ready: after ? after.then(open) : open(),
    call,
    watchName(name, listener) {
      const watched = names.get(name) ?? { owner: undefined, listeners: [] };
      watched.listeners.push(listener);
      if (names.has(name)) return listener(watched.owner);
      names.set(name, watched);
      now(() => follow(name));
    },
    onSignal(name, listener, at) {
      hearers.push({ name, path: at?.path, listener });
      const rule = `type='signal',interface='${name}'${at ? `,path='${at.path}'` : ''}`;
      if (rules.has(rule)) return;
      rules.add(rule);
      now(() => addMatch(rule));
    },
    close() {
      closed = true;
      cancelRetry();
      connection?.close();
      connection = undefined;
    },
  };
}

/** A question to the bus itself. */
export const busCall = (member: string, ...texts: readonly string[]): BusCall => ({
  destination: BUS.name,
  path: BUS.path,
  interface: BUS.name,
  member,
  ...(texts.length > 0 && { signature: 's'.repeat(texts.length), body: () => texts }),
});
