import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row, VerdictStep } from '../../../../../src-shared/inbox';
import { keyText } from '../../../../../src-shared/notification';
import type { ToastRule } from '../../../../../src-shared/alert-rules';
import { defaultPreferences } from '../../../../../src-shared/preferences';
import { NO_STATE, type Decision, type EngineState } from '../../../../../src-main/core/alerts/thin/decision';
import { decide, type Arrival } from '../../../../../src-main/core/alerts/thin/engine';

const S = 1000;
let last = 0;

function row(more: Partial<Row> & { agent?: number } = {}): Row {
  last += 1;
  const { agent = last, ...rest } = more;
  return {
    key: { account: 'lab', id: String(last), ts: 1_800_000_000_000_000 + last * 1_000_000 },
    type: 8,
    severity: 1,
    level: 'major',
    seen: false,
    timestamp: '',
    data: { test_agent_id: agent },
    subject: `agent:${agent}`,
    live: true,
    mark: null,
    outageFrom: null,
    outageTo: null,
    ...rest,
  };
}
const arrival = (of: Row, more: Partial<Arrival> = {}): Arrival => ({
  row: of,
  outageTold: false,
  swallowed: false,
  ...more,
});
const rows = (n: number, more: Partial<Row> = {}): Arrival[] =>
  Array.from({ length: n }, () => arrival(row(more)));
const settings = { now: 0, paused: false, toasts: defaultPreferences.toasts };

const RULES: { type: number; rule: ToastRule; told?: boolean; step: VerdictStep; toast: string }[] = [
  { type: 8, rule: 'toast', step: 'rule-toast', toast: 'showing' },
  { type: 8, rule: 'badge', step: 'rule-badge', toast: 'skip' },
  { type: 8, rule: 'none', step: 'rule-none', toast: 'skip' },
  { type: 7, rule: 'toast', step: 'rule-toast', toast: 'showing' },
  { type: 7, rule: 'recovery', step: 'no-outage', toast: 'skip' },
  { type: 7, rule: 'recovery', told: true, step: 'rule-recovery', toast: 'showing' },
  { type: 2, rule: 'recovery', told: true, step: 'rule-recovery', toast: 'showing' },
  { type: 7, rule: 'badge', told: true, step: 'rule-badge', toast: 'skip' },
  { type: 12, rule: 'toast', step: 'rule-toast', toast: 'showing' },
];
test.for(RULES)(
  'type $type, rule $rule, outage told: $told → $step',
  ({ type, rule, told = false, step, toast }) => {
    const toasts = { ...defaultPreferences.toasts, [type > 8 ? 'other' : type]: rule };
    const result = decide(NO_STATE, [arrival(row({ type }), { outageTold: told })], { ...settings, toasts });
    expect(result.outcomes).toMatchObject([{ toast, verdicts: [{ step, reason: '' }] }]);
    expect(result.decisions).toHaveLength(toast === 'showing' ? 1 : 0);
  },
);

test('by default only 3, 4 and 8 alert by themselves', () => {
  const alerts = [1, 2, 3, 4, 5, 6, 7, 8, 12].filter(
    (type) => decide(NO_STATE, [arrival(row({ type }))], settings).decisions.length > 0,
  );
  expect(alerts).toEqual([3, 4, 8]);
});

test('already seen alerts nothing, unless a mark-all had swallowed it', () => {
  expect(decide(NO_STATE, [arrival(row({ seen: true }))], settings)).toMatchObject({
    outcomes: [{ toast: 'skip', verdicts: [{ step: 'seen' }] }],
    decisions: [],
  });
  const swallowed = arrival(row({ seen: true }), { swallowed: true });
  expect(decide(NO_STATE, [swallowed], settings).decisions).toHaveLength(1);
});

test('paused: what would have alerted is held, the rest is judged as ever', () => {
  const result = decide(NO_STATE, [arrival(row()), arrival(row({ type: 1 }))], { ...settings, paused: true });
  expect(result.decisions).toEqual([]);
  expect(result.outcomes.map(({ toast, verdicts }) => [toast, verdicts.map(({ step }) => step)])).toEqual([
    ['held', ['rule-toast', 'held']],
    ['skip', ['rule-badge']],
  ]);
});

test('one subject, one bubble: its next one takes the same place', () => {
  const { decisions } = decide(
    NO_STATE,
    [arrival(row({ agent: 4 })), arrival(row({ agent: 4 })), arrival(row({ agent: 5 }))],
    settings,
  );
  expect(decisions.map(({ tag }) => tag)).toEqual(['lab/agent:4', 'lab/agent:4', 'lab/agent:5']);
});

interface Batch {
  at: number;
  of: Arrival[];
}
/** Plays batches; the state goes through JSON, as in the database. */
function play(batches: readonly Batch[]): { state: EngineState; drawn: Decision[][] } {
  let state = NO_STATE;
  const drawn = batches.map(({ at, of }) => {
    const result = decide(JSON.parse(JSON.stringify(state)) as EngineState, of, { ...settings, now: at });
    state = result.state;
    return [...result.decisions];
  });
  return { state, drawn };
}
const kinds = (drawn: Decision[][]): string[] =>
  drawn.map((some) =>
    some.map(({ kind, members }) => (kind === 'item' ? '1' : `${kind} of ${members.length}`)).join(' '),
  );

test.for<{ when: string; batches: [at: number, n: number][]; drawn: string[] }>([
  { when: '5 at once', batches: [[0, 5]], drawn: ['1 1 1 1 1'] },
  { when: '6 at once', batches: [[0, 6]], drawn: ['storm of 6'] },
  { when: '14 at once', batches: [[0, 14]], drawn: ['storm of 14'] },
  {
    when: 'a sixth within 30 s',
    batches: [
      [0, 5],
      [29 * S, 1],
    ],
    drawn: ['1 1 1 1 1', 'storm of 6'],
  },
  {
    when: 'a sixth after 30 s',
    batches: [
      [0, 5],
      [30 * S, 1],
    ],
    drawn: ['1 1 1 1 1', '1'],
  },
  {
    when: 'spread over 30 s windows',
    batches: [
      [0, 3],
      [20 * S, 2],
      [31 * S, 3],
      [52 * S, 2],
    ],
    drawn: ['1 1 1', '1 1', '1 1 1', '1 1'],
  },
  {
    when: 'a storm grows',
    batches: [
      [0, 6],
      [10 * S, 1],
      [69 * S, 3],
    ],
    drawn: ['storm of 6', 'storm of 7', 'storm of 10'],
  },
  {
    when: 'a storm ends after 60 s',
    batches: [
      [0, 6],
      [60 * S, 1],
    ],
    drawn: ['storm of 6', '1'],
  },
  {
    when: 'two storms',
    batches: [
      [0, 6],
      [61 * S, 6],
    ],
    drawn: ['storm of 6', 'storm of 6'],
  },
  {
    when: 'nothing due in between',
    batches: [
      [0, 6],
      [30 * S, 0],
      [59 * S, 1],
    ],
    drawn: ['storm of 6', '', 'storm of 7'],
  },
  {
    when: 'the clock is set back a day',
    batches: [
      [0, 6],
      [-86_400 * S, 1],
    ],
    drawn: ['storm of 6', '1'],
  },
  {
    when: 'set back with bubbles standing',
    batches: [
      [0, 5],
      [-86_400 * S, 1],
    ],
    drawn: ['1 1 1 1 1', '1'],
  },
])('$when → $drawn', ({ batches, drawn }) => {
  const played = play(batches.map(([at, n]) => ({ at, of: rows(n) })));
  expect(kinds(played.drawn)).toEqual(drawn);
});

test('a storm keeps its bubble while it grows, and a new storm has another', () => {
  const { drawn } = play([
    { at: 0, of: rows(6) },
    { at: S, of: rows(1) },
    { at: 70 * S, of: rows(6) },
  ]);
  const [first, grown, second] = drawn.map(([one]) => one!.tag);
  expect(grown).toBe(first);
  expect(second).not.toBe(first);
});

test('the bubbles that stand are taken over: members of the storm, and withdrawn', () => {
  const five = rows(5);
  const { drawn, state } = play([
    { at: 0, of: five },
    { at: S, of: rows(1) },
  ]);
  const [storm] = drawn[1]!;
  expect(storm!.withdraw).toEqual(five.map(({ row: one }) => `lab/${one.subject}`));
  expect(storm!.members.map(keyText)).toEqual(
    expect.arrayContaining(five.map(({ row: one }) => keyText(one.key))),
  );
  expect(state.recent).toEqual([]);
});

test('the most urgent stands first by name, then the earliest, also of those taken over', () => {
  const critical = row({ level: 'critical' });
  const [earliest] = rows(1);
  const calm = play([
    { at: 0, of: [earliest!, ...rows(4)] },
    { at: S, of: rows(1) },
  ]);
  expect(calm.drawn[1]![0]!.first.key).toEqual(earliest!.row.key);
  const urgent = play([
    { at: 0, of: [...rows(2), arrival(critical)] },
    { at: S, of: rows(3) },
    { at: 2 * S, of: rows(3) },
  ]);
  expect(urgent.drawn[1]![0]!.first.key).toEqual(critical.key);
  expect(urgent.drawn[2]![0]!.first.key).toEqual(critical.key);
});

test('“agents went offline” is said only where that is all of it', () => {
  const all = play([
    { at: 0, of: rows(3) },
    { at: S, of: rows(3) },
    { at: 2 * S, of: rows(1, { type: 3 }) },
  ]);
  expect(all.drawn[1]![0]!.allOffline).toBe(true);
  expect(all.drawn[2]![0]!.allOffline).toBe(false);
  const mixed = play([
    { at: 0, of: rows(1, { type: 3 }) },
    { at: S, of: rows(5) },
  ]);
  expect(mixed.drawn[1]![0]!.allOffline).toBe(false);
});

test('its span is that of the server’s stamps', () => {
  const of = rows(6);
  const [storm] = decide(NO_STATE, of.toReversed(), settings).decisions;
  expect([storm!.from, storm!.to]).toEqual([of[0]!.row.key.ts, of[5]!.row.key.ts]);
});

test('every item of a storm says so, with the number', () => {
  const { outcomes } = decide(NO_STATE, rows(6), settings);
  expect(
    outcomes.every(({ verdicts }) => verdicts.at(-1)?.step === 'storm' && verdicts.at(-1)?.reason === '6'),
  ).toBe(true);
});

test('whatever arrives: each told item stands in one bubble of its batch, and bubbles are never many', () => {
  const batch = fc.record({
    after: fc.integer({ min: 0, max: 90 * S }),
    types: fc.array(fc.constantFrom(1, 2, 3, 4, 7, 8, 12), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 12 }), (given) => {
      let at = 0;
      let state: EngineState = NO_STATE;
      const singles: number[] = [];
      for (const { after, types } of given) {
        at += after;
        const of = types.map((type) => arrival(row({ type })));
        const result = decide(state, of, { ...settings, now: at });
        state = result.state;
        const told = result.outcomes
          .filter(({ toast }) => toast === 'showing')
          .map(({ key }) => keyText(key));
        for (const key of told)
          expect(
            result.decisions.filter(({ members }) => members.some((one) => keyText(one) === key)),
          ).toHaveLength(1);
        for (const { kind } of result.decisions) if (kind === 'item') singles.push(at);
        expect(result.decisions.filter(({ kind }) => kind === 'storm').length).toBeLessThanOrEqual(1);
      }
      for (const start of singles)
        expect(singles.filter((one) => one >= start && one < start + 30 * S).length).toBeLessThanOrEqual(5);
    }),
    { numRuns: 300 },
  );
});
