import { useState } from 'react';
import type { Failure } from '../../src-shared/app-error';
import type { TestStep } from '../../src-shared/ipc';
import { useParts, useWords } from '../app-context';
import { inputOf, problemsOf, type Connection, type FieldName, type Problems } from './connection';

export type Busy = 'testing' | 'connecting' | 'exploring' | 'saving' | null;

export interface FormOptions {
  readonly start: Connection;
  /** The account that is edited, and whether its stored token goes on with what is in the form. */
  readonly account?: string;
  readonly keeps?: (form: Connection) => boolean;
}

/** The form of a connection, what is wrong with it, and its test. */
export function useForm({ start, account, keeps = () => false }: FormOptions) {
  const words = useWords().messages.pages.welcome;
  const { bridge } = useParts();
  const [form, setForm] = useState<Connection>(start);
  const [problems, setProblems] = useState<Problems>({});
  const [steps, setSteps] = useState<readonly TestStep[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const problemsIn = (one: Connection): Problems => problemsOf(one, words, keeps(one));

  /** What was said about the form before is about another one now. */
  function change(next: Connection): void {
    setForm(next);
    setSteps(null);
    setFailure(null);
    const still = problemsIn(next);
    setProblems((old) => Object.fromEntries(Object.entries(still).filter(([name]) => name in old)));
  }

  /** Leaving a field says what is wrong with it, if anything was entered. */
  function check(name: FieldName & keyof Connection): void {
    const problem = form[name].trim() === '' ? undefined : problemsIn(form)[name];
    if (problem) setProblems((old) => ({ ...old, [name]: problem }));
  }

  function isWhole(): boolean {
    const found = problemsIn(form);
    setProblems(found);
    return Object.keys(found).length === 0;
  }

  function refused(failed: Failure): void {
    const { baseUrl: address, token, name, header } = failed.fields ?? {};
    setProblems({
      ...(address && { address }),
      ...(token && { token }),
      ...(name && { name: name === 'taken' ? words.nameTaken : name }),
      ...(header && { header }),
    });
    setFailure(name === 'taken' ? null : failed); // the field says it all
  }

  /** Runs an act of the form, where it is whole. @returns `undefined`: it is not */
  async function send<T>(as: Busy, act: () => Promise<T>): Promise<T | undefined> {
    if (as !== 'exploring' && !isWhole()) return undefined;
    setBusy(as);
    setFailure(null);
    const reply = await act();
    setBusy(null);
    return reply;
  }

  async function test(): Promise<void> {
    setSteps(null);
    const input = { ...inputOf(form), ...(account !== undefined && { account }) };
    const reply = await send('testing', () => bridge.call('accountTest', input));
    if (reply?.ok) setSteps(reply.value);
    else if (reply) refused(reply.failure);
  }

  return { form, change, check, problems, steps, failure, busy, test, send, refused };
}
export type Form = ReturnType<typeof useForm>;
