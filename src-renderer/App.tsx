import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect } from 'react';
import { AppContext } from './app-context';
import type { AppParts } from './app-store';
import { Frame } from './frame/Frame';

/** `disableStyleElements`: the policy of the page allows no style element (security.md). */
export function App({ app }: { readonly app: AppParts }) {
  useEffect(() => app.start(), [app]);
  return (
    <CSPProvider disableStyleElements>
      <AppContext value={app}>
        <Frame />
      </AppContext>
    </CSPProvider>
  );
}
