import { fail } from '../../src-shared/app-error';
import { parseSubject, nameKey } from '../../src-shared/subject';
import type { App } from './app';
import { testConnection } from './accounts/connection-test';
import type { Handlers } from './handlers';
import { severitiesMet } from './preferences/severities';
import { webhookOf, withWebhook } from './tenant/webhook-source';

/** One line a command. Here, and nowhere else, the window's words meet what the app does. */
export function createCommands(app: App): Handlers {
  const { accounts, accountChanges, inbox, marks, store, watchers } = app;
  const apis = { inbox: watchers.inboxOf, tenant: watchers.tenantOf, network: app.network };
  return {
    state: () => app.state(),
    inboxQuery: async ({ filter, offset, limit }) => ({
      ...(await store.query(filter, offset, limit, inbox.terms(filter.text))),
      revision: app.state().revision,
    }),
    inboxItem: ({ key }) => inbox.item(key),
    inboxRefresh: ({ key }) => inbox.refresh(key),
    unreadable: () => store.unreadable(),
    markSeen: ({ keys }) => {
      for (const account of new Set(keys.map((key) => key.account))) accounts.checkMarks(account);
      return marks.markSeen(keys);
    },
    snooze: async ({ keys, until }) => ({ count: await app.alarm.snoozing.put(keys, until) }),
    unsnooze: async ({ keys }) => ({ count: await app.alarm.snoozing.end(keys) }),
    undo: ({ batch }) => marks.undo(batch),
    playSound: async ({ look }) => ({ outcome: await app.alarm.playSound(look) }),
    markAllAsk: async ({ account }) => {
      await watchers.poller(account).lookNow();
      return { account, name: accounts.find(account).name, ...(await unseenOf(account)) };
    },
    markAll: async ({ account, expected }) => {
      const marked = await watchers.poller(account).markAll(expected);
      app.rowsChanged();
      return { marked };
    },
    askServer: ({ account, filter, offset }) => inbox.ask(account, filter, offset),
    openInBrowser: ({ key }) => inbox.openInBrowser(key),
    nameSubject: async ({ account, subject, name }) => {
      const { [nameKey(account, parseSubject(subject))]: _, ...others } = app.preferences().subjectNames;
      const named = name.trim() === '' ? {} : { [nameKey(account, parseSubject(subject))]: name.trim() };
      await app.settings.change({ subjectNames: { ...others, ...named } });
      return null;
    },
    accountTest: ({ account, ...way }) =>
      testConnection({ ...way, token: way.token ?? accounts.tokenFor(account, way.baseUrl) }, apis),
    accountAdd: (given) => accountChanges.add(given),
    accountEdit: (edit) => accountChanges.edit(edit),
    accountToken: (given) => accountChanges.token(given),
    accountPause: (wanted) => accountChanges.pause(wanted),
    accountMove: (wanted) => accountChanges.move(wanted),
    accountRemove: (wanted) => accountChanges.remove(wanted),
    keyringAsk: async () => ({ state: await app.keyring.ask() }),
    restart: () => {
      app.keyring.restart();
      return null;
    },
    explore: async () => ({ account: await accountChanges.explore() }),
    tenantLoad: ({ account }) => watchers.tenant(account).load(),
    tenantSave: async ({ account, version, changes, webhook }) => {
      const own = watchers.tenant(account);
      const whole = await withWebhook(changes, webhook, (source) => webhookOf(source, own, watchers.tenant));
      return own.save(version, whole);
    },
    tenantTestCard: async ({ account, text, webhook }) => {
      const { name } = accounts.find(account);
      // Its webhook is made up: a card would go to a stranger.
      if (accounts.isSample(account)) throw fail('bad-input');
      const own = watchers.tenant(account);
      const set = () => (webhook ? webhookOf(webhook, own, watchers.tenant) : own.webhook());
      return app.sendTestCard(text ?? (await set()), name);
    },
    tenantWebhook: async ({ account }) => ({ url: await watchers.tenant(account).webhook() }),
    tenantUnknown: ({ account, version }) => watchers.tenant(account).unknown(version),
    preferences: async (change) => {
      await app.settings.change(change);
      return null;
    },
    testAlert: (test) => app.trial.send(test),
    alertPreview: ({ run, draft }) => app.trial.preview(run, draft),
    preferencesReset: ({ names }) => app.settings.reset(names),
    preferencesUndo: async ({ act }) => {
      await app.settings.undo(act);
      return null;
    },
    preferencesExport: () => app.settings.export(),
    preferencesImport: () => app.settings.import(),
    severities: () => severitiesMet(store, accounts),
    startAtLogin: ({ on }) => {
      app.setStartAtLogin(on);
      return null;
    },
    pause: async ({ until }) => {
      await app.pause.set(until);
      return null;
    },
    pollNow: async () => {
      await watchers.kickAll();
      return null;
    },
  };

  /** What is put off is unseen on the server as well: it is marked with the rest. */
  async function unseenOf(account: string): Promise<{ count: number; snoozed: number }> {
    const { [account]: sum } = (await store.summary()).accounts;
    const snoozed = sum?.snoozed.count ?? 0;
    return { count: (sum?.counts.unseen ?? 0) + snoozed, snoozed };
  }
}
