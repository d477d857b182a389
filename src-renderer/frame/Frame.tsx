import { lazy, Suspense, useEffect } from 'react';
import { useApp, useUi, useWords } from '../app-context';
import { Inbox } from '../inbox/Inbox';
import { placeIn, type Place } from '../places';
import { Late } from '../ui/Late';
import { StorageBanner } from './banners/StorageBanner';
import { Side } from './side/Side';
import { Strip } from './Strip';
import { TokenBanner } from './banners/TokenBanner';
import { useGlobalKeys } from './use-global-keys';
import './frame.css';

const AccountPage = lazy(async () => ({ default: (await import('../accounts/AccountPage')).AccountPage }));
const Compare = lazy(async () => ({ default: (await import('../tenant-settings/Compare')).Compare }));
const Preferences = lazy(async () => ({ default: (await import('../preferences/Preferences')).Preferences }));
const Welcome = lazy(async () => ({ default: (await import('../welcome/Welcome')).Welcome }));
const EditAccount = lazy(async () => ({ default: (await import('../welcome/EditAccount')).EditAccount }));
const Dialogs = lazy(async () => ({ default: (await import('./dialogs/Dialogs')).Dialogs }));

export function Frame() {
  const there = useUi((ui) => ui.app !== null);
  return there ? <Window /> : <Opening />;
}

function Window() {
  const { language } = useWords();
  const chosen = useUi((ui) => ui.place);
  const state = useApp((app) => app);
  const place = placeIn(state, chosen);
  const asking = useUi((ui) => ui.dialog !== null);
  useEffect(() => void (document.documentElement.lang = language), [language]);
  useGlobalKeys();
  return (
    <div className="frame">
      <Side place={place} />
      <main>
        <StorageBanner />
        <TokenBanner />
        <Suspense>
          <Shown place={place} />
        </Suspense>
        <Strip />
      </main>
      {asking && (
        <Suspense>
          <Dialogs />
        </Suspense>
      )}
    </div>
  );
}

function Shown({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'inbox':
      return <Inbox />;
    case 'account':
      return <AccountPage key={place.account} id={place.account} />;
    case 'edit':
      return <EditAccount key={place.account} id={place.account} />;
    case 'compare':
      return <Compare />;
    case 'preferences':
      return <Preferences section={place.section} />;
    case 'welcome':
      return <Welcome />;
  }
}

/** Before main has answered; the language is not known yet, so it is English. */
function Opening() {
  const { messages } = useWords();
  const stopped = useUi((ui) => ui.stopped);
  if (stopped) {
    const { what, next } = messages.failures[stopped.kind](stopped);
    return (
      <div className="opening" role="alert">
        <h1>{messages.pages.frame.banner.stopped}</h1>
        <p className="muted">
          {what}. {next}
        </p>
      </div>
    );
  }
  return (
    <Late>
      <div className="opening" aria-live="polite">
        {messages.inbox.empty.opening}
      </div>
    </Late>
  );
}
