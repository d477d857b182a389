import { useEffect, useState } from 'react';
import { useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { PreviewProvider } from './alerts/PreviewProvider';
import { findSettings } from './find-settings';
import { goToSection, headingId, JumpList } from './JumpList';
import { LocksNote } from './LocksNote';
import { SETTINGS } from './registry';
import { SearchBox } from './SearchBox';
import { SECTIONS, SettingsContext, type Section } from './setting';
import { SettingRow } from './SettingRow';
import { useSave } from './use-save';
import './preferences.css';

/** One page, searchable, drawn from the registry. Every change is saved as it is made, and only what changed is sent. */
export function Preferences({ section }: { readonly section?: Section | undefined }) {
  const { messages, format } = useWords();
  const words = messages.pages.preferences;
  const version = useApp((state) => state.version);
  const preferences = useApp((state) => state.preferences);
  const { saving, error } = useSave();
  const [query, setQuery] = useState('');
  const found = findSettings(SETTINGS, query, messages, preferences);
  const shown = SECTIONS.filter((one) => found.some((setting) => setting.section === one));
  useEffect(() => {
    if (section !== undefined) goToSection(section);
  }, [section]);
  return (
    <SettingsContext value={SETTINGS}>
      <PreviewProvider>
        <Page title={words.title} about={words.about} acts={<SearchBox query={query} onChange={setQuery} />}>
          <JumpList sections={shown} />
          <div className="stack">
            {error !== null && (
              <p className="problem" role="alert">
                {error}
              </p>
            )}
            <LocksNote />
            <output className="unseen-text">
              {query.trim() !== '' && words.search.found(found.length, format.number(found.length))}
            </output>
            {shown.map((one) => (
              <section key={one} aria-labelledby={headingId(one)}>
                <h2 id={headingId(one)} tabIndex={-1}>
                  {words.sections[one]}
                </h2>
                <div className="group">
                  {found
                    .filter((setting) => setting.section === one)
                    .map((setting) => (
                      <SettingRow key={setting.id} setting={setting} saving={saving} />
                    ))}
                </div>
              </section>
            ))}
            {found.length === 0 && (
              <div className="nothing-found">
                <p>{words.search.nothing(query.trim())}</p>
                <Button onClick={() => setQuery('')}>{words.search.all}</Button>
              </div>
            )}
            <p className="faint">{words.version(version)}</p>
          </div>
        </Page>
      </PreviewProvider>
    </SettingsContext>
  );
}
