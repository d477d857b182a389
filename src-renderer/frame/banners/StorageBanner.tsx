import { X } from 'lucide-react';
import { useState } from 'react';
import type { ErrorKind } from '../../../src-shared/app-error';
import { useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { sentence } from '../../ui/sentence';
import { Banner } from './Banner';

/** Over with: said until it is hidden. */
const PAST: readonly ErrorKind[] = ['rebuilt', 'accounts-damaged'];
const OWN: readonly ErrorKind[] = [
  'storage',
  'disk-full',
  'read-only',
  'newer-history',
  'history-stuck',
  ...PAST,
];

/** On every page: without the local history, or the file of accounts, nothing here is whole. */
export function StorageBanner() {
  const { messages } = useWords();
  const storage = useApp((state) => state.storage);
  const [hidden, setHidden] = useState<ErrorKind | null>(null);
  if (!storage || hidden === storage.kind) return null;
  const words = messages.pages.frame.banner;
  const { what, next } = messages.failures[storage.kind](storage);
  const own = OWN.includes(storage.kind);
  const hide = (
    <Button look="quiet" small icon aria-label={words.hide} onClick={() => setHidden(storage.kind)}>
      <X size={14} aria-hidden />
    </Button>
  );
  return (
    <Banner
      look={PAST.includes(storage.kind) ? 'warning' : 'critical'}
      {...(PAST.includes(storage.kind) && { act: hide })}
    >
      <b>{own ? sentence(what) : words.storage}.</b>{' '}
      <span className="muted">{own ? next : `${sentence(what)}. ${words.storageRest}`}</span>
    </Banner>
  );
}
