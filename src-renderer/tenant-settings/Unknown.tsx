import type { Json } from '../../src-shared/json';
import { useWords } from '../app-context';
import { CodeBlock } from '../ui/CodeBlock';

/** What the service has and this version does not know: shown, never sent. */
export function Unknown({ fields }: { readonly fields: { readonly [name: string]: Json } }) {
  const words = useWords().messages.pages.tenant;
  if (Object.keys(fields).length === 0) return null;
  return (
    <section>
      <h2>{words.unknown}</h2>
      <p className="muted">{words.unknownNote}</p>
      <CodeBlock text={JSON.stringify(fields, null, 2)} />
    </section>
  );
}
