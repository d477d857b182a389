import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src-main/store/file/database';
import { DAY_OF_ROW } from '../../../../src-main/store/counts/days';
import { createOutbox, createMarkAll } from '../../../../src-main/store/outbox';
import { applyPage } from '../../../../src-main/store/pages/pages';
import { applySingle } from '../../../../src-main/store/pages/single';
import { summary } from '../../../../src-main/store/counts/tally';
import { at, json, message, NEXT, page, T0 } from '../opened';

/** Everything that changes a row, in any order; ids few enough to meet again. */
const id = fc.integer({ min: 1, max: 5 });
/** Nearly always the same stamp for a number: marks must find their rows. */
const second = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(9) });
const placed = <T extends { id: number; second: number }>(one: T): T => ({
  ...one,
  second: one.id + one.second,
});
const item = fc
  .record({
    id,
    second,
    seen: fc.constantFrom(true, false, false, false),
    type: fc.constantFrom(1, 3, 4, 8, 12),
    severity: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(1, 2, 3) },
      { weight: 1, arbitrary: fc.constant('x') },
    ),
  })
  .map(placed);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('page' as const),
      items: fc.array(item, { maxLength: 12 }).map((all) => all.toSorted((a, b) => b.second - a.second)),
      walk: fc.constantFrom('head', 'history', 'unseen', 'asked'),
      offset: fc.constantFrom(0, 3),
      more: fc.boolean(),
      slipped: fc.boolean(),
      known: fc.integer({ min: 0, max: 30 }),
      critical: fc.boolean(),
    }),
  },
  fc.record({ act: fc.constant('single' as const), item }),
  {
    weight: 6,
    arbitrary: fc
      .record({ act: fc.constantFrom('mark', 'mark', 'back', 'gone', 'done', 'later', 'parked'), id, second })
      .map(placed),
  },
  fc.record({ act: fc.constantFrom('begin', 'end', 'refused') }),
);

test('after any sequence the tally equals a recount', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      const { database } = openDatabase(':memory:', T0);
      const outbox = createOutbox(database);
      const markAll = createMarkAll(database, outbox);
      const keyed = (one: { id: number; second: number }) => ({
        account: 'a',
        id: String(one.id),
        ts: at(one.second),
      });
      for (const one of steps) {
        switch (one.act) {
          case 'page':
            applyPage(
              database,
              message(page(one.items, { next: one.more ? NEXT : null }), {
                walk: one.walk,
                offset: one.offset,
                above: one.offset === 0 ? null : one.slipped ? at(99) : at(-1),
                knownSeq: one.known,
                levels: one.critical ? { '3': 'critical' } : {},
              }),
            );
            break;
          case 'single':
            if (typeof one.item.severity === 'number')
              applySingle(database, 'a', new TextEncoder().encode(json(one.item)), T0, {});
            break;
          case 'mark':
            outbox.add([keyed(one)], 'b', T0 + (one.id % 2));
            break;
          case 'back':
            outbox.takeBack('b', T0);
            break;
          case 'gone':
            outbox.gone('a', String(one.id), at(one.second));
            break;
          case 'begin':
            markAll.begin('a');
            break;
          case 'end':
            markAll.end('a', T0);
            break;
          case 'refused':
            markAll.end('a', null);
            break;
          default: {
            const mark = outbox.due('a', T0 + 1, 99).find((due) => due.id === String(one.id));
            if (mark && one.act === 'later') outbox.settle('a', mark, { state: 'later', at: T0 });
            else if (mark) outbox.settle('a', mark, { state: one.act === 'done' ? 'done' : 'parked' });
          }
        }
      }
      const counted = database.all<{
        level: number;
        unseen: number;
        total: number;
        live: number;
        server_unseen: number;
      }>(
        `SELECT level, sum(live = 1 AND seen_server = 0 AND marked = 0) AS unseen, count(*) AS total, sum(live) AS live,
         sum(live = 1 AND seen_server = 0) AS server_unseen FROM notification GROUP BY level ORDER BY level`,
      );
      const kept = database.all(
        'SELECT level, unseen, total, live, server_unseen FROM tally WHERE total <> 0 ORDER BY level',
      );
      expect(kept).toEqual(counted);
      expect(
        database.all('SELECT severity, total FROM severity_count WHERE total <> 0 ORDER BY severity'),
      ).toEqual(
        database.all(
          'SELECT severity, count(*) AS total FROM notification GROUP BY severity ORDER BY severity',
        ),
      );
      expect(database.all('SELECT day, level, unseen, total FROM day_count ORDER BY day, level')).toEqual(
        database.all(
          `SELECT ${DAY_OF_ROW} AS day, level, sum(live = 1 AND seen_server = 0 AND marked = 0) AS unseen, count(*) AS total
           FROM notification GROUP BY day, level ORDER BY day, level`,
        ),
      );
      const sums = summary(database).accounts['a'];
      expect(sums?.counts.total ?? 0).toBe(counted.reduce((sum, { total }) => sum + total, 0));
      expect(sums?.serverUnseen ?? 0).toBe(counted.reduce((sum, { server_unseen: n }) => sum + n, 0));
      // A mark that waits is on its row, and the other way round.
      const waiting = database.all(
        'SELECT id, ts FROM outbox JOIN notification USING (account, id, ts) WHERE parked = 0 ORDER BY id, ts',
      );
      expect(database.all('SELECT id, ts FROM notification WHERE marked = 1 ORDER BY id, ts')).toEqual(
        waiting,
      );
      database.close();
    }),
    { numRuns: 400 },
  );
});
