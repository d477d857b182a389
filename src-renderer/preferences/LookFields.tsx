import { Preferences } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import type { Save } from './use-save';

const { theme: Theme, language: Language, density: Density } = Preferences.entries;

export function LookFields({ save }: { readonly save: Save }) {
  const words = useWords().messages.pages.preferences;
  const { theme, language, density } = useApp((state) => state.preferences);
  return (
    <div className="group">
      <div className="field">
        <span className="label">{words.theme}</span>
        <Segmented
          label={words.theme}
          value={theme}
          options={Theme.options.map((one) => ({ value: one, label: words.themes[one] }))}
          onChange={(next) => void save({ theme: next })}
        />
      </div>
      <div className="field">
        <span className="label">{words.language}</span>
        <Select
          label={words.language}
          value={language}
          options={Language.options.map((one) => ({ value: one, label: words.languages[one] }))}
          onChange={(next) => void save({ language: next })}
        />
      </div>
      <div className="field">
        <span className="label">{words.density}</span>
        <Segmented
          label={words.density}
          value={density}
          options={Density.options.map((one) => ({ value: one, label: words.densities[one] }))}
          onChange={(next) => void save({ density: next })}
        />
      </div>
    </div>
  );
}
