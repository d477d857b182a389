import { useApp, useWords } from '../app-context';
import { Page } from '../ui/Page';
import { AlertRules } from './AlertRules';
import { KeepHistory } from './KeepHistory';
import { LookFields } from './LookFields';
import { Names } from './Names';
import { PollSeconds } from './PollSeconds';
import { Severities } from './Severities';
import { StartAtLogin } from './StartAtLogin';
import { useSave } from './use-save';
import './preferences.css';

/** Every change is saved as it is made, and only what changed is sent. */
export function Preferences() {
  const words = useWords().messages.pages.preferences;
  const version = useApp((state) => state.version);
  const { save, act, error } = useSave();
  return (
    <Page title={words.title} about={words.about}>
      <div className="stack">
        {error !== null && (
          <p className="problem" role="alert">
            {error}
          </p>
        )}
        <section>
          <h2>{words.watching}</h2>
          <div className="group">
            <PollSeconds save={save} />
            <StartAtLogin act={act} />
            <KeepHistory save={save} />
          </div>
        </section>
        <AlertRules save={save} />
        <Severities save={save} />
        <Names />
        <section>
          <h2>{words.look}</h2>
          <LookFields save={save} />
        </section>
        <p className="faint">{words.version(version)}</p>
      </div>
    </Page>
  );
}
