import type { Arrival } from '../../../src-main/core/alerts/arrival';
import { decide, type AlertEvent } from '../../../src-main/core/alerts/engine';
import { NO_STATE, type EngineState } from '../../../src-main/core/alerts/engine-state';
import { CRITICAL, stormDay } from '../../../src-main/demo/storm-day';
import { levelOf, TYPES } from '../../../src-shared/notification';
import { defaultPreferences } from '../../../src-shared/preferences';
import { subjectOf, subjectText } from '../../../src-shared/subject';
import type { Happening } from '../../../src-main/demo/notification';
import type { Json } from '../../../src-shared/json';

const AGENTS = 1000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 10, 23);
const LEVELS = { [CRITICAL]: 'critical' } as const;

/** `day`: the scripted day (two storms, flapping, outages), so many times; most of it is only counted. */
function days(n: number): readonly Arrival[] {
  const day = stormDay();
  return Array.from({ length: n * day.length }, (_, index): Arrival => {
    const { at, seen, ...rest } = day[index % day.length]!;
    return arrival(index, Math.floor(index / day.length) * DAY_MS + Math.round(at * 1000), seen, rest);
  });
}

/** `outages`: the worst there is, a thousand agents that do nothing but go and come back, one every 100 ms. */
function outages(n: number): readonly Arrival[] {
  return Array.from({ length: n }, (_, index): Arrival => {
    const type = Math.floor(index / AGENTS) % 2 === 0 ? TYPES.agentOffline : TYPES.agentOnline;
    const additional_data = { test_agent_id: index % AGENTS };
    return arrival(index, index * 100, false, { type, severity: 4, additional_data });
  });
}

function arrival(index: number, after: number, seen: boolean, item: Happening): Arrival {
  const { type, severity } = item;
  const id = String(index + 1);
  const data = item.additional_data as Json;
  return {
    key: { account: 'lab', id, ts: (FIRST_DAY + after) * 1000 },
    type,
    severity,
    level: levelOf(type, severity, LEVELS),
    subject: subjectText(subjectOf(type, data, id)),
    data,
    seen,
    swallowed: false,
    baseline: false,
  };
}

/** One run over all of them: each batch is a complete poll, each bubble is shown. @returns ms of CPU */
function play(arrivals: readonly Arrival[], batch: number): number {
  let state: EngineState = NO_STATE;
  let now = 0;
  const hear = (event: AlertEvent): void => {
    const result = decide(state, event, {
      now,
      zone: 'UTC',
      pausedUntil: null,
      settings: defaultPreferences,
    });
    state = result.state;
    for (const { tag } of result.decisions) hear({ kind: 'outcome', tag, shown: true });
  };
  const started = process.cpuUsage();
  for (let from = 0; from < arrivals.length; from += batch) {
    const some = arrivals.slice(from, from + batch);
    now = some.at(-1)!.key.ts / 1000;
    const asked = { account: 'lab', server: now * 1000, at: now };
    hear({ kind: 'arrivals', arrivals: some, asked });
    hear({ kind: 'polled', asked });
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const [size = 10, rounds = 7] = process.argv.slice(2).map(Number);
const loads = { day: days(size), outages: outages(size * 10_000) };
const speeds: Record<string, number[]> = {};
// The first round warms up.
for (let round = 0; round <= rounds; round += 1)
  for (const [name, arrivals] of Object.entries(loads))
    for (const batch of [1, 100, 1000]) {
      const ms = play(arrivals, batch);
      if (round > 0) (speeds[`${name} ${batch}`] ??= []).push((arrivals.length / ms) * 1000);
    }
process.stdout.write(`${JSON.stringify(speeds)}\n`);
