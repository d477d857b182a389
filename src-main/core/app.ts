import { isWatched } from '../../src-shared/account';
import type { NotificationKey } from '../../src-shared/notification';
import type { PreferenceName } from '../../src-shared/preferences';
import { createAccountChanges } from './accounts/account-changes';
import { createAccounts } from './accounts/accounts';
import { createKeyring } from './accounts/keyring';
import { createAlarm } from './telling/alarm';
import { createAlertTrial } from './telling/alert-trial';
import type { AppDeps } from './app-deps';
import { createBeginning } from './beginning';
import { createHistory } from './inbox/history';
import { createInboxService } from './inbox/inbox-service';
import { createLinks } from './inbox/links';
import { createMarks } from './inbox/marks';
import { preferencesMoved } from './preferences/preferences-moved';
import type { Provision } from './preferences/provision';
import { createProvisioning } from './preferences/provisioning';
import { createPublisher } from './publisher';
import { createSample } from './inbox/sample';
import { createSettings } from './preferences/settings';
import { createTenantHistory } from './tenant/tenant-history';
import { createTestCard } from './tenant/test-card';
import { appState } from './state';
import { createSpeech } from './words';
import { whileStuck } from './watching/health';
import { createWatchers } from './watching/watchers';

/** Everything Tocsin does, without Electron: main joins it to the desktop, tests to fakes. */
export function createApp(deps: AppDeps) {
  const { clock, log } = deps;
  const settings = createSettings({ ...deps, here: () => accounts.inboxes(), onMoved: moved });
  const preferences = settings.now;
  let startAtLogin = false;
  const accounts = createAccounts(deps.accountsFile, deps.secrets, clock);

  const tenantHistory = createTenantHistory({
    ...deps,
    file: deps.tenantHistoryFile,
    isKept: (id) => !accounts.isSample(id) && accounts.all().some((one) => one.id === id),
  });

  const { words, speak } = createSpeech({ ...deps, preferences });
  const levels = () => preferences().severityLevels;
  const rowsChanged = (): void => publisher.rowsChanged();

  const history = createHistory({
    store: deps.store,
    clock,
    log,
    folder: deps.folder,
    accounts,
    watchers: () => watchers,
    keep: () => preferences().keep,
    onChange: () => publisher.publish(),
    onStuck: () => {
      for (const account of accounts.all()) if (isWatched(account)) tellHealth(account.id);
    },
    onOpen: opened,
    onBack: () => beginning.goOn(),
    onRows: rowsChanged,
  });
  const { store } = history;

  const alarm = createAlarm({
    ...deps,
    store,
    accounts,
    words,
    preferences,
    onItem: (key) => openItem(key),
    onSeen: (keys) => markSeen(keys),
    kick: (id) => watchers.settle(id),
    onPause: () => publisher.publish(),
    onHeld: rowsChanged,
  });

  const watchers = createWatchers({
    accounts,
    apis: deps.apis,
    history: tenantHistory,
    store,
    clock,
    log,
    interval: () => preferences().pollSeconds * 1000,
    levels,
    onRows: () => publisher.rowsCame(),
    onState: (id) => {
      tellHealth(id);
      publisher.polled();
    },
    onArrivals: async (id, poll) => {
      await alarm.arrived(id, poll);
      history.polled(id);
    },
    onLinkFailed: alarm.linkFailed,
  });
  const tellHealth = (id: string): void =>
    alarm.tellHealth(id, whileStuck(watchers.find(id)?.state().health, history.stuck()));
  const beginning = createBeginning({ alarm, goOn: () => accountChanges.goOn() });

  const publisher = createPublisher({
    store,
    clock,
    log,
    onState: (...given) => {
      alarm.lookAtTokens();
      deps.onState(...given);
    },
    build: (revision, summary) =>
      appState({
        revision,
        summary,
        ready: beginning.isOpen(),
        storage: history.trouble() ?? accounts.damaged(),
        stuck: history.stuck(),
        accounts,
        watchers,
        preferences: preferences(),
        locks: settings.locks(),
        pausedUntil: alarm.pause.until(),
        now: clock.now(),
        desktop: deps.desktop.state(),
        language: words().language,
        version: deps.version,
        startAtLogin,
      }),
  });

  const marks = createMarks({
    store,
    clock,
    log,
    onMarked: (keys, batch) => {
      for (const id of new Set(keys.map(({ account }) => account))) watchers.find(id)?.marksAdded();
      alarm.seen(keys);
      deps.onPush({ kind: 'marked', batch });
      rowsChanged();
    },
    onTakenBack: rowsChanged,
    snooze: alarm.snoozing.put,
  });

  const markSeen = (keys: readonly NotificationKey[]): void =>
    void marks.markSeen(keys).catch((error: unknown) => log.bug(error));
  const openItem = (key: NotificationKey): void => {
    deps.onOpen({ page: 'inbox', key });
    markSeen([key]);
  };

  const inbox = createInboxService({
    store,
    clock,
    accounts,
    watchers,
    browser: deps.browser,
    levels,
    apiOf: (account) => deps.apis.inbox(account, () => accounts.token(account)),
    names: () => preferences().subjectNames,
    onRows: rowsChanged,
  });
  const sample = createSample({ ...deps, accounts, watchers, store, onRows: rowsChanged });

  const accountChanges = createAccountChanges(
    { accounts, watchers, alarm, store, sample, tenantHistory, clock, log },
    { onRows: rowsChanged, onChange: () => publisher.publish() },
  );

  function moved(names: readonly PreferenceName[]): Promise<void> {
    return preferencesMoved(names, {
      history,
      store,
      alarm,
      watchers,
      publisher,
      speak,
      levels,
      begun: beginning.hasBegun(),
    });
  }

  /** The history, so that the inbox is there before anything else; where it opens only later, all follows then. */
  async function opened(): Promise<void> {
    beginning.opened();
    await publisher.refresh();
    // An administrator's file, or an edit by hand, may have given severities another meaning meanwhile.
    // Where the disk refuses that, the banner says so.
    if (await store.relevel(levels()).catch(() => false)) await publisher.refresh();
    await beginning.goOn();
  }
  let opening: Promise<void> | undefined;
  const open = (): Promise<void> => (opening ??= history.open());

  const parts = { accountChanges, settings, log };
  const provision = createProvisioning(parts, beginning.hasBegun, publisher.publish);

  return {
    accounts,
    accountChanges,
    keyring: createKeyring({ ...deps, accounts, watchers, onChange: rowsChanged }),
    watchers,
    marks,
    inbox,
    pause: alarm.pause,
    store,
    tenantHistory,
    sendTestCard: createTestCard({ post: deps.postCard, clock, log, words }),
    openItem,
    openLink: createLinks({ inbox, clock, log, onOpen: deps.onOpen }),
    words,
    speak,
    settings,
    preferences,
    setStartAtLogin(on: boolean): void {
      deps.autostart.set(on);
      startAtLogin = deps.autostart.isOn();
      publisher.publish();
    },
    state: publisher.state,
    publish: publisher.publish,
    rowsChanged,
    storageNotice: history.notice,
    network: deps.network,
    alarm,
    open,
    provision,
    /** The pollers, once the inbox is there; the keeper of secrets is asked here first. */
    async start(given?: Provision): Promise<void> {
      await open();
      deps.secrets.open();
      await beginning.tell();
      if (given) await provision(given);
      await beginning.begin();
      startAtLogin = deps.autostart.isOn();
      await accountChanges.beginAll();
      publisher.publish();
    },
    trial: createAlertTrial({ ...deps, store, alarm, words, preferences }),
    /** Quitting ends every Undo and sends what it can within 2 s; the rest goes at the next start. */
    async stop(): Promise<void> {
      if (beginning.isOpen()) await store.releaseMarks(clock.now()).catch(() => undefined);
      alarm.stop();
      publisher.stop();
      await watchers.endAll(2000);
      history.end();
      await accountChanges.end();
      await store.close().catch(() => undefined);
    },
  };
}
export type App = ReturnType<typeof createApp>;
