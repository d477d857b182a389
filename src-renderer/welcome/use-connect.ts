import { suggestedName } from '../../src-shared/account';
import { useParts } from '../app-context';
import { EMPTY, inputOf } from './connection';
import { useForm } from './use-form';

/** The form of a new connection, and what may be done with it. */
export function useConnect() {
  const { bridge, acts } = useParts();
  const all = useForm({ start: EMPTY });
  const { form, send, refused } = all;

  async function connect(): Promise<void> {
    const name = form.name.trim() || suggestedName(form.address);
    const input = { ...inputOf(form), token: form.token.trim(), name };
    const reply = await send('connecting', () => bridge.call('accountAdd', input));
    if (!reply) return;
    if (!reply.ok) refused(reply.failure);
    else if (form.kind === 'tenant') acts.go({ page: 'account', account: reply.value.account });
    else acts.show({ seen: false });
  }

  async function explore(): Promise<void> {
    const reply = await send('exploring', () => bridge.call('explore', {}));
    if (reply?.ok) acts.show({ seen: false });
    else if (reply) refused(reply.failure);
  }

  return { ...all, connect, explore };
}
