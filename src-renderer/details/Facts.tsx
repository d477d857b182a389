import { Fragment, type ReactNode } from 'react';
import type { Detail } from '../../src-shared/inbox';
import { levelOfType } from '../../src-shared/notification';
import { typeKey } from '../../src-shared/preferences';
import { field } from '../../src-shared/subject';
import { useWords } from '../app-context';

/** The documented fields by their names, and what is known here. */
export function Facts({ detail }: { readonly detail: Detail }) {
  const { messages, format } = useWords();
  const words = messages.inbox.detail;
  const { row } = detail;
  const known = messages.titles.typeNames[typeKey(row.type)];
  const type = typeKey(row.type) === 'other' ? messages.titles.unknown(row.type) : known;
  const suite = field(row.data, 'test_suite_id');
  const suiteName = field(row.data, 'test_suite_name');
  const raised = row.level !== levelOfType(row.type);
  const { outageFrom, outageTo } = row;
  const lasted =
    outageFrom !== null
      ? { from: outageFrom, to: row.key.ts }
      : outageTo !== null
        ? { from: row.key.ts, to: outageTo }
        : null;
  const mark = row.mark ? words.marks[row.mark] : row.seen ? words.marks.yes : words.marks.no;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.fields.type, type],
    [words.fields.agent, field(row.data, 'test_agent_id')],
    [words.fields.task, field(row.data, 'task_id')],
    [words.fields.taskType, field(row.data, 'task_type')],
    [words.fields.suite, suite && suiteName ? words.named(suiteName, suite) : (suiteName ?? suite)],
    [
      words.fields.lasted,
      lasted &&
        `${format.duration((lasted.to - lasted.from) / 1000)} · ${messages.titles.span(
          format.seconds(lasted.from / 1000),
          format.seconds(lasted.to / 1000),
        )}`,
    ],
    [
      words.fields.severity,
      <>
        {words.severity(format.number(row.severity), messages.titles.levels[row.level])}{' '}
        <span className="faint">{raised ? words.bySeverity : words.byType(type)}</span>
      </>,
    ],
    [words.fields.stamp, <Stamp key="stamp" text={row.timestamp} />],
    [
      words.fields.first,
      <>
        {format.full(detail.firstSeenAt)} <span className="faint">· {words.foundBy[detail.foundBy]}</span>
      </>,
    ],
    [words.fields.mark, mark],
    [words.fields.id, row.key.id],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value == null ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}

/** The server's own text; it may break where the time begins, and before its zone. */
function Stamp({ text }: { readonly text: string }) {
  const [, day = '', time = text, zone = ''] = /^(.*T)(.*?)([+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  return (
    <>
      {day}
      <wbr />
      {time}
      <wbr />
      {zone}
    </>
  );
}
