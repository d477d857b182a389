import { useParts } from '../app-context';
import { useShownFor, type ShownFor } from './use-shown-for';

/** The webhook that the server has, whole. */
export function useShownWebhook(account: string): ShownFor<string> {
  const { bridge } = useParts();
  return useShownFor(async () => {
    const reply = await bridge.call('tenantWebhook', { account });
    return reply.ok ? { ok: true, value: reply.value.url } : reply;
  });
}
