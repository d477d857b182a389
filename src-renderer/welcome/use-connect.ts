import { useState } from 'react';
import type { Failure } from '../../src-shared/app-error';
import type { TestStep } from '../../src-shared/ipc';
import { useParts, useWords } from '../app-context';
import { EMPTY, inputOf, problemsOf, suggestedName, type Connection, type Problems } from './connection';

export type Busy = 'testing' | 'connecting' | 'exploring' | null;

/** The form and its three acts. */
export function useConnect() {
  const words = useWords().messages.pages.welcome;
  const { bridge, acts } = useParts();
  const [form, setForm] = useState<Connection>(EMPTY);
  const [problems, setProblems] = useState<Problems>({});
  const [steps, setSteps] = useState<readonly TestStep[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<Busy>(null);

  /** What was said about the form before is about another one now. */
  function change(next: Connection): void {
    setForm(next);
    setSteps(null);
    setFailure(null);
    const still = problemsOf(next, words);
    setProblems((old) => Object.fromEntries(Object.entries(still).filter(([name]) => name in old)));
  }

  /** Leaving a field says what is wrong with it, if anything was entered. */
  function check(name: 'address'): void {
    const problem = form.address.trim() === '' ? undefined : problemsOf(form, words)[name];
    if (problem) setProblems((old) => ({ ...old, [name]: problem }));
  }

  function isWhole(): boolean {
    const found = problemsOf(form, words);
    setProblems(found);
    return Object.keys(found).length === 0;
  }

  function refused(failed: Failure): void {
    const { baseUrl: address, token, name } = failed.fields ?? {};
    setProblems({ ...(address && { address }), ...(token && { token }), ...(name && { name }) });
    setFailure(failed);
  }

  async function test(): Promise<void> {
    if (!isWhole()) return;
    setBusy('testing');
    setSteps(null);
    setFailure(null);
    const reply = await bridge.call('accountTest', inputOf(form));
    setBusy(null);
    if (reply.ok) setSteps(reply.value);
    else refused(reply.failure);
  }

  async function connect(): Promise<void> {
    if (!isWhole()) return;
    setBusy('connecting');
    setFailure(null);
    const name = form.name.trim() || suggestedName(form.address);
    const reply = await bridge.call('accountAdd', { ...inputOf(form), name });
    setBusy(null);
    if (!reply.ok) return refused(reply.failure);
    if (form.kind === 'tenant') acts.go({ page: 'account', account: reply.value.account });
    else acts.show({ seen: false });
  }

  async function explore(): Promise<void> {
    setBusy('exploring');
    setFailure(null);
    const reply = await bridge.call('explore', {});
    setBusy(null);
    if (reply.ok) acts.show({ seen: false });
    else refused(reply.failure);
  }

  return { form, change, check, problems, steps, failure, busy, test, connect, explore };
}
