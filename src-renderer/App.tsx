import { CSPProvider } from '@base-ui/react/csp-provider';
import { useLayoutEffect } from 'react';
import { AppContext } from './app-context';
import type { AppParts } from './app-store';
import { Frame } from './frame/Frame';

/** `disableStyleElements`: the policy of the page allows no style element (security.md). */
export function App({ app }: { readonly app: AppParts }) {
  // Before the first frame is drawn: its answers are on their way, and an empty frame would only delay them.
  useLayoutEffect(() => app.start(), [app]);
  return (
    <CSPProvider disableStyleElements>
      <AppContext value={app}>
        <Frame />
      </AppContext>
    </CSPProvider>
  );
}
