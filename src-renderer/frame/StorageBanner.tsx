import { useApp, useWords } from '../app-context';
import { sentence } from '../ui/sentence';
import { Banner } from './Banner';

/** On every page: without the local history nothing here is whole. */
export function StorageBanner() {
  const { messages } = useWords();
  const storage = useApp((state) => state.storage);
  if (!storage) return null;
  const words = messages.pages.frame.banner;
  const { what, next } = messages.failures[storage.kind](storage);
  return (
    <Banner look="critical">
      <b>{storage.kind === 'storage' ? sentence(what) : words.storage}.</b>{' '}
      <span className="muted">
        {storage.kind === 'storage' ? next : `${sentence(what)}. ${words.storageRest}`}
      </span>
    </Banner>
  );
}
