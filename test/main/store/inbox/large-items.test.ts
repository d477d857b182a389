import { expect, test } from 'vitest';
import { opened } from '../opened';

const PAYLOAD = 'x'.repeat(100_000);
const data = {
  task_id: 7,
  task_type: 'http',
  packet_loss: 34,
  [PAYLOAD]: 1,
  payload: PAYLOAD,
  trace: [PAYLOAD],
};

test('a list has what its lines say, the detail has everything', () => {
  const store = opened();
  store.apply([{ id: 1, second: 1, type: 3, data }]);
  const [row] = store.query({}, 0, 1).rows;
  const said = { task_id: 7, task_type: 'http', packet_loss: 34 };
  expect([row?.data, store.urgent(1)[0]?.data]).toEqual([said, said]);
  expect(store.item(row!.key)?.row.data).toEqual(data);
});
