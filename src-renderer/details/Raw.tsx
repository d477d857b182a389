import { useMemo } from 'react';
import { useWords } from '../app-context';
import { CodeBlock } from '../ui/CodeBlock';
import { prettyJson } from './pretty-json';

export function Raw({ text }: { readonly text: string }) {
  const words = useWords().messages.inbox.detail;
  const pretty = useMemo(() => prettyJson(text), [text]);
  return (
    <div>
      <h2>{words.raw}</h2>
      <CodeBlock text={pretty} />
    </div>
  );
}
