import { useWords } from '../app-context';
import { CodeBlock } from '../ui/CodeBlock';

/** Chromium looks here on Linux, and not into /etc/ssl; the other systems have a store of their own. */
const LINUX = 'certutil -d sql:$HOME/.pki/nssdb -A -t "C,," -n "Company CA" -i company-ca.crt';

/** Whether a certificate is trusted is for the runtime alone to say: how to tell the system of a company's own authority. */
export function OwnCertificate() {
  const words = useWords().messages.pages.welcome.ownCertificate;
  const { userAgent } = navigator;
  const how = /Windows/.test(userAgent) ? 'windows' : /Macintosh/.test(userAgent) ? 'mac' : 'linux';
  return (
    <details className="own-certificate">
      <summary>{words.title}</summary>
      <p className="muted">{words[how]}</p>
      {how === 'linux' && <CodeBlock text={LINUX} />}
    </details>
  );
}
