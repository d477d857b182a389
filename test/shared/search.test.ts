import { expect, test } from 'vitest';
import { typeWords } from '../../src-shared/messages/type-words';
import { fits, fold, searchTerms, searchText } from '../../src-shared/search';

test.for([
  { one: 'ŁÓDŹ', other: 'łódź' },
  { one: 'Łódź', other: 'lodz' },
  { one: 'IAȘI', other: 'iași' },
  { one: 'Iaşi', other: 'Iași' }, // cedilla and comma
  { one: 'Timișoara', other: 'TIMISOARA' },
  { one: 'STRASSE', other: 'straße' },
  { one: 'ﬁlter', other: 'Filter' },
])('“$one” and “$other” are one word', ({ one, other }) => {
  expect(fold(one)).toBe(fold(other));
});

test('keys, values, the number and the subject can be found; marks of the format cannot', () => {
  const data = { task_id: 7, test_suite_name: 'Łódź', list: [true, { loss: 1.5 }], none: null };
  const text = searchText({ id: '3587', subject: 'task:7', data });
  expect(text).toBe('3587 task:7 task_id 7 test_suite_name lodz list true loss 1.5 none');
});

const offline = { account: 'a', id: '1', type: 8, subject: 'agent:4', data: { test_agent_id: 4 } };
test.for([
  { text: 'offline', found: true },
  { text: 'Agent is OFFLINE', found: true },
  { text: 'agentul', found: true }, // ro
  { text: 'uplink', found: true },
  { text: 'agent:4', found: true },
  { text: 'AGENT:4 offline', found: true },
  { text: 'agent:', found: true },
  { text: 'task:4', found: false },
  { text: 'gdansk offline', found: true },
  { text: 'gdansk online', found: false },
  { text: 'zadanie', found: false },
  { text: 'kraków', found: false },
  { text: ' ', found: true },
])('“$text” fits an agent that is offline and has a name: $found', ({ text, found }) => {
  const terms = searchTerms(text, { 'a/agent:4': 'Gdańsk uplink', 'b/agent:4': 'Kraków' }, typeWords);
  expect(fits(offline, terms)).toBe(found);
});

test.for([
  { word: 'nie powiodło', type: 3 },
  { word: 'próg', type: 4 },
  { word: 'zestaw', type: 5 },
  { word: 'sarcină', type: 2 },
  { word: 'eșuat', type: 3 },
  { word: 'suita', type: 6 },
  { word: 'threshold', type: 4 },
])('type $type is found as “$word”', ({ word, type }) => {
  const terms = searchTerms(word, {}, typeWords);
  expect(fits({ account: 'a', id: '1', type, subject: 'item:1', data: null }, terms)).toBe(true);
});

test('a number finds its own subject, and none that only begins so', () => {
  const of = (subject: string) => ({ account: 'a', id: '1', type: 8, subject, data: {} });
  const found = ['agent:1', 'agent:11', 'task:1'].filter((one) => fits(of(one), searchTerms('agent:1')));
  expect(found).toEqual(['agent:1']);
});
