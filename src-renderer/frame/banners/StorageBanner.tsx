import { X } from 'lucide-react';
import { useState } from 'react';
import type { ErrorKind } from '../../../src-shared/app-error';
import { useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { sentence } from '../../ui/sentence';
import { Banner } from './Banner';

const OWN: readonly ErrorKind[] = ['storage', 'disk-full', 'read-only', 'newer-history', 'rebuilt'];

/** On every page: without the local history nothing here is whole. That it was made anew is said until it is hidden. */
export function StorageBanner() {
  const { messages } = useWords();
  const storage = useApp((state) => state.storage);
  const [hidden, setHidden] = useState(false);
  if (!storage || (hidden && storage.kind === 'rebuilt')) return null;
  const words = messages.pages.frame.banner;
  const { what, next } = messages.failures[storage.kind](storage);
  const own = OWN.includes(storage.kind);
  const hide = (
    <Button look="quiet" small icon aria-label={words.hide} onClick={() => setHidden(true)}>
      <X size={14} aria-hidden />
    </Button>
  );
  return (
    <Banner
      look={storage.kind === 'rebuilt' ? 'warning' : 'critical'}
      {...(storage.kind === 'rebuilt' && { act: hide })}
    >
      <b>{own ? sentence(what) : words.storage}.</b>{' '}
      <span className="muted">{own ? next : `${sentence(what)}. ${words.storageRest}`}</span>
    </Banner>
  );
}
