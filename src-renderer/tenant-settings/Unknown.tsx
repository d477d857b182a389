import type { TenantView } from '../../src-shared/tenant-view';
import { useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { CodeBlock } from '../ui/CodeBlock';
import { useShownFor } from './use-shown-for';

/** What the service has and this version does not know: shown, never sent; what looks like a secret on a click. */
export function Unknown({ view }: { readonly view: TenantView }) {
  const words = useWords().messages.pages.tenant;
  const { bridge } = useParts();
  const { account, version, unknown, unknownHidden } = view;
  const shown = useShownFor(() => bridge.call('tenantUnknown', { account, version }));
  if (Object.keys(unknown).length === 0) return null;
  return (
    <section>
      <h2>{words.unknown}</h2>
      <p className="muted">
        {words.unknownNote} {unknownHidden && shown.value === null && words.unknownHidden}
      </p>
      <CodeBlock text={JSON.stringify(shown.value ?? unknown, null, 2)} />
      {unknownHidden && (
        <div className="row-acts">
          <Button small onClick={() => void shown.toggle()}>
            {shown.value === null ? words.unknownShow : words.unknownHide}
          </Button>
        </div>
      )}
      {shown.value !== null && <div className="hint">{words.unknownFor(shown.seconds)}</div>}
      {shown.failed !== null && (
        <div className="error" role="alert">
          {words.unknownNotShown(shown.failed)}
        </div>
      )}
    </section>
  );
}
