import { AppError, fail, toFailure, type ErrorKind, type Failure } from '../../../src-shared/app-error';
import {
  alteredFields,
  conflicts,
  diff,
  maskUrl,
  readWebhook,
  TENANT_FIELDS,
  type TenantChanges,
  type TenantSettings,
} from '../../../src-shared/tenant-settings';
import type { Settled, TenantSaved, TenantView } from '../../../src-shared/tenant-view';
import type { Clock, Log, TenantAnswer, TenantApi } from '../ports';
import { maskUnknown } from './mask-unknown';
import type { AccountHistory } from './tenant-history';

/** Readings that a save may still be based on; a window holds one or two. */
const READINGS = 8;
/** A server that had not answered in time may still take what was sent: so long the next reading looks for it. */
const STILL_AT_WORK_MS = 120_000;

export interface TenantSettingsDeps {
  readonly account: string;
  readonly api: TenantApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly history: AccountHistory;
  /** Never the same number twice, whatever account it is for. */
  readonly nextVersion: () => number;
  readonly markOf: (url: string) => number;
}

/** One tenant's settings: read, and changed field by field. The webhook is a secret and stays here. */
export function createTenantSettings(deps: TenantSettingsDeps) {
  const { account, api, clock, log, history, nextVersion, markOf } = deps;
  /** What the person was shown, by the version that names the reading; the latest last. */
  const readings = new Map<number, TenantAnswer>();
  /** Sent, and nobody knows what became of it. `saidAt`: wall ms at which it was said that it is not there so far. */
  let unsettled:
    | { readonly before: TenantSettings; readonly changes: TenantChanges; readonly saidAt?: number }
    | undefined;

  function show(answer: TenantAnswer, settled: Settled | null = null): TenantView {
    const version = nextVersion();
    readings.set(version, answer);
    const [oldest] = readings.keys();
    if (readings.size > READINGS && oldest !== undefined) readings.delete(oldest);
    const { teamsWebhookUrl: url, ...flags } = answer.settings;
    const settings = { ...flags, teamsWebhookUrl: url === null ? null : maskUrl(url, markOf) };
    const { shown, hidden } = maskUnknown(answer.unknown);
    return {
      account,
      version,
      readAt: clock.now(),
      settings,
      unknown: shown,
      unknownHidden: hidden,
      history: history.list(url),
      settled,
    };
  }

  /** @throws AppError `gone` */
  function reading(version: number): TenantAnswer {
    const found = readings.get(version);
    if (!found) throw fail('gone');
    return found;
  }

  /** Writes down what of `changes` the server took, as it has it `now`. */
  async function taken(before: TenantSettings, changes: TenantChanges, now: TenantSettings): Promise<void> {
    const took = diff(before, now);
    const names = TENANT_FIELDS.filter((name) => changes[name] !== undefined && took[name] !== undefined);
    if (names.length === 0) return;
    log.event('settings saved', names.join(', '));
    await history.add(before, Object.fromEntries(names.map((name) => [name, now[name]])));
  }

  /** What became of changes whose answer was lost, now that the settings could be read. */
  async function settle(now: TenantSettings): Promise<Settled | null> {
    if (!unsettled) return null;
    const { before, changes, saidAt } = unsettled;
    unsettled = undefined;
    if (saidAt !== undefined && clock.now() - saidAt > STILL_AT_WORK_MS) return null;
    const sent = TENANT_FIELDS.filter((name) => changes[name] !== undefined);
    const open = sent.filter((name) => now[name] === before[name]);
    await taken(before, changes, now);
    if (open.length === 0) return { state: 'saved', altered: alteredFields(changes, now) };
    const rest = Object.fromEntries(open.map((name) => [name, changes[name]])) as TenantChanges;
    unsettled = { before: now, changes: rest, saidAt: saidAt ?? clock.now() };
    // Said once; from then on only what came of it after all.
    return saidAt !== undefined && open.length === sent.length ? null : { state: 'not-applied', open };
  }

  /** The PATCH may have been applied: read again before saying what is so. */
  async function afterLoss(failure: Failure): Promise<TenantSaved> {
    const answer = await api.load().catch(() => undefined);
    const settled = answer && (await settle(answer.settings));
    if (!answer || !settled) return { state: 'unknown', failure };
    const view = show(answer);
    return settled.state === 'saved'
      ? { state: 'saved', view, altered: settled.altered, lost: true }
      : { state: 'not-applied', view, open: settled.open, failure };
  }

  return {
    async load(): Promise<TenantView> {
      const answer = await api.load();
      const settled = await settle(answer.settings);
      return show(answer, settled);
    },

    /**
     * Three-way: `wanted` against what the person saw (`version`) and what is there now; only the difference is sent.
     * @throws AppError `bad-input` for a webhook that is no https address; `gone` for a version that is not known; the
     * server's own refusals. An answer that was lost is no error but an outcome.
     */
    async save(version: number, wanted: TenantChanges): Promise<TenantSaved> {
      const base = reading(version).settings;
      const checked = checkWebhook(wanted);
      const now = await api.load();
      await settle(now.settings);
      const fields = conflicts(base, now.settings, checked);
      if (fields.length > 0) return { state: 'conflict', view: show(now), fields };
      const changes = diff(now.settings, checked);
      if (Object.keys(changes).length === 0)
        return { state: 'saved', view: show(now), altered: {}, lost: false };
      unsettled = { before: now.settings, changes };
      const echo = await api.save(changes).catch((error: unknown) => toFailure(error));
      if ('kind' in echo) {
        if (MAY_BE_APPLIED.has(echo.kind)) return afterLoss(echo);
        unsettled = undefined;
        throw new AppError(echo);
      }
      unsettled = undefined;
      await taken(now.settings, changes, echo.settings);
      const altered = alteredFields(changes, echo.settings);
      return { state: 'saved', view: show(echo), altered, lost: false };
    },

    /** The webhook as it was at that reading; at the latest, or read now, without one. */
    async webhook(version?: number): Promise<string | null> {
      if (version !== undefined) return reading(version).settings.teamsWebhookUrl;
      const [, latest] = [...readings].at(-1) ?? [];
      return (latest ?? (await api.load())).settings.teamsWebhookUrl;
    },

    /** The fields that this version does not know, whole, as they were at that reading. @throws AppError `gone` */
    unknown: (version: number): TenantAnswer['unknown'] => reading(version).unknown,

    webhookBefore: history.webhookBefore,
  };
}
export type TenantService = ReturnType<typeof createTenantSettings>;

/** After these nobody knows whether the server did what it was asked. All others are its refusal, or never reached it. */
const MAY_BE_APPLIED: ReadonlySet<ErrorKind> = new Set([
  'timeout',
  'connection',
  'no-network',
  'server-error',
  'not-json',
  'broken-json',
  'not-our-api',
  'too-large',
]);

function checkWebhook(wanted: TenantChanges): TenantChanges {
  if (wanted.teamsWebhookUrl == null) return wanted;
  const read = readWebhook(wanted.teamsWebhookUrl);
  if (!read.ok) throw fail('bad-input', { fields: { teamsWebhookUrl: read.problem } });
  return { ...wanted, teamsWebhookUrl: read.url };
}
