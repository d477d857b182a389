import { X } from 'lucide-react';
import { useState } from 'react';
import { useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Banner } from './Banner';

/** What this desktop cannot do, said once a window: it is no trouble that a button here could end. */
export function DesktopBanners() {
  const words = useWords().messages.pages.frame.banner;
  const { secrets, toasts } = useApp((state) => state.desktop);
  const forgets = useApp((state) => state.accounts.some(({ secret }) => secret.stored === 'session'));
  const sample = useApp((state) => state.accounts.every((one) => one.sample));
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const said = [
    ...(secrets?.persistent === false && forgets && !sample ? [words.session] : []),
    ...(toasts === 'none' ? [words.noToasts] : []),
  ].filter((text) => !hidden.includes(text));
  return said.map((text) => (
    <Banner
      key={text}
      look="quiet"
      act={
        <Button look="quiet" small icon aria-label={words.hide} onClick={() => setHidden([...hidden, text])}>
          <X size={14} aria-hidden />
        </Button>
      }
    >
      {text}
    </Banner>
  ));
}
