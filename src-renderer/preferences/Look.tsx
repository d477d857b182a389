import { Preferences } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import type { ControlProps } from './setting';

const { theme: Themes, language: Languages, density: Densities } = Preferences.entries;

export function Theme({ save }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const theme = useApp((state) => state.preferences.theme);
  return (
    <Segmented
      label={words.theme}
      value={theme}
      options={Themes.options.map((one) => ({ value: one, label: words.themes[one] }))}
      onChange={(next) => void save({ theme: next })}
    />
  );
}

export function Language({ save, locked }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const language = useApp((state) => state.preferences.language);
  return (
    <Select
      label={words.language}
      value={language}
      disabled={locked}
      options={Languages.options.map((one) => ({ value: one, label: words.languages[one] }))}
      onChange={(next) => void save({ language: next })}
    />
  );
}

export function Density({ save }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const density = useApp((state) => state.preferences.density);
  return (
    <Segmented
      label={words.density}
      value={density}
      options={Densities.options.map((one) => ({ value: one, label: words.densities[one] }))}
      onChange={(next) => void save({ density: next })}
    />
  );
}
