import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../src-shared/app-error';
import type { TenantView } from '../../src-shared/tenant-view';
import { useParts } from '../app-context';

/** A tenant's reading, or why there is none; missing while it is read. */
export type Reading = { readonly view: TenantView } | { readonly failure: Failure };
export type Readings = { readonly [account: string]: Reading };

/** Several tenants' settings, each read by itself: one that fails keeps none of the others. */
export function useViews(accounts: readonly string[]) {
  const { bridge } = useParts();
  const [readings, setReadings] = useState<Readings>({});
  const names = accounts.join(' ');

  const put = useCallback(
    (account: string, reading: Reading) => setReadings((old) => ({ ...old, [account]: reading })),
    [],
  );
  const read = useCallback(
    (account: string) =>
      bridge.call('tenantLoad', { account }).then((reply) => {
        put(account, reply.ok ? { view: reply.value } : { failure: reply.failure });
      }),
    [bridge, put],
  );
  useEffect(() => {
    for (const account of names.split(' ')) if (account !== '') void read(account);
  }, [read, names]);

  return { readings, put, read };
}
