import { TRUST_ON_LINUX } from '../../src-shared/certificate';
import { useWords } from '../app-context';
import { CodeBlock } from '../ui/CodeBlock';

/** Whether a certificate is trusted is for the runtime alone to say: how to tell the system of a company's own authority. */
export function OwnCertificate() {
  const words = useWords().messages.pages.welcome.ownCertificate;
  const { userAgent } = navigator;
  const how = /Windows/.test(userAgent) ? 'windows' : /Macintosh/.test(userAgent) ? 'mac' : 'linux';
  return (
    <details className="own-certificate">
      <summary>{words.title}</summary>
      <p className="muted">{words[how]}</p>
      {how === 'linux' && <CodeBlock text={TRUST_ON_LINUX} />}
    </details>
  );
}
