import './page.css';

/** A server's text as it is. */
export function CodeBlock({ text }: { readonly text: string }) {
  return <pre className="code">{text}</pre>;
}
