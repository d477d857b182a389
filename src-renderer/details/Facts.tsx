import { Fragment, type ReactNode } from 'react';
import type { Detail, Row } from '../../src-shared/inbox';
import { levelOfType } from '../../src-shared/notification';
import { typeKey } from '../../src-shared/preferences';
import { field, isSubjectWord, nameOf, parseSubject, type Subject } from '../../src-shared/subject';
import { useActs, useTitleTools, useWords } from '../app-context';
import { Button } from '../ui/Button';

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
  const about = parseSubject(row.subject).kind;
  const withAll = (kind: Subject['kind'], value: string | undefined): ReactNode =>
    value !== undefined && kind === about ? (
      <>
        {value} <AllOfIt row={row} />
      </>
    ) : (
      value
    );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.fields.type, type],
    [words.fields.agent, withAll('agent', field(row.data, 'test_agent_id'))],
    [words.fields.task, withAll('task', field(row.data, 'task_id'))],
    [words.fields.taskType, field(row.data, 'task_type')],
    [
      words.fields.suite,
      withAll('suite', suite && suiteName ? words.named(suiteName, suite) : (suiteName ?? suite)),
    ],
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

/** Everything of the same agent, task or suite: from there it can be marked at once. */
function AllOfIt({ row }: { readonly row: Row }) {
  const words = useWords().messages.inbox.detail;
  const { messages, names } = useTitleTools();
  const acts = useActs();
  const { account } = row.key;
  if (!isSubjectWord(row.subject)) return null;
  const subject = parseSubject(row.subject);
  return (
    <Button
      look="link"
      aria-label={words.allOf(nameOf(names, account, subject) ?? messages.titles.subject(subject))}
      onClick={() => acts.show({ account, text: row.subject })}
    >
      {words.all}
    </Button>
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
