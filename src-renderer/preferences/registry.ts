import type { Words } from '../../src-shared/messages/words';
import { defaultPreferences } from '../../src-shared/preferences';
import { ALERT_SETTINGS } from './alerts/alert-settings';
import { Sounds, SoundVolume } from './alerts/Sounds';
import { Export, Import, ResetAll } from './All';
import { KeepHistory } from './KeepHistory';
import { Density, Language, Theme } from './Look';
import { Names } from './names/Names';
import { PollSeconds } from './PollSeconds';
import type { Setting } from './setting';
import { AskSeverities, Severities } from './Severities';
import { StartAtLogin } from './StartAtLogin';

const own = ({ messages }: Words): Words['messages']['pages']['preferences'] => messages.pages.preferences;

/** Every setting, in the order of the page within its section. A test fails while a preference has none. */
export const SETTINGS: readonly Setting[] = [
  {
    id: 'poll',
    section: 'watching',
    names: ['pollSeconds'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.poll,
      hint: words.pollHint,
      also: [words.also.poll],
    }),
    defaults: (words) => `${defaultPreferences.pollSeconds} ${own(words).pollUnit}`,
    Control: PollSeconds,
  },
  {
    id: 'start',
    section: 'watching',
    names: [],
    text: ({ pages: { preferences: words } }) => ({
      label: words.startAtLogin,
      hint: words.startAtLoginHint,
      also: [words.also.start],
    }),
    Control: StartAtLogin,
  },
  {
    id: 'keep',
    section: 'watching',
    names: ['keep'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.keep,
      hint: words.keepHint,
      also: [words.also.keep, ...Object.values(words.keepBy)],
    }),
    defaults: (words) => own(words).keepDefault,
    wide: true,
    Control: KeepHistory,
  },
  ...ALERT_SETTINGS,
  {
    id: 'sounds',
    section: 'alerts',
    names: ['sounds'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.sounds.label,
      hint: words.sounds.hint,
      also: [words.sounds.also],
    }),
    defaults: (words) => own(words).sounds.defaults,
    wide: true,
    Control: Sounds,
  },
  {
    id: 'sound-volume',
    section: 'alerts',
    names: ['soundVolume'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.sounds.volume,
      hint: words.sounds.volumeHint,
      also: [words.sounds.alsoVolume],
    }),
    defaults: () => `${defaultPreferences.soundVolume} %`,
    Control: SoundVolume,
  },
  {
    id: 'severities',
    section: 'severities',
    names: ['severityLevels'],
    text: ({ pages: { preferences: words }, titles }, { severityLevels }) => ({
      label: words.severityLevels,
      hint: words.severitiesHint,
      also: [words.also.severities, ...Object.values(titles.levels), ...Object.keys(severityLevels)],
    }),
    defaults: (words) => own(words).severityNone,
    wide: true,
    Control: Severities,
  },
  {
    id: 'ask-severities',
    section: 'severities',
    names: ['askSeverities'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.askSeverities,
      hint: words.askSeveritiesHint,
    }),
    defaults: (words) => own(words).on,
    Control: AskSeverities,
  },
  {
    id: 'names',
    section: 'names',
    names: ['subjectNames'],
    text: ({ pages: { preferences: words } }, { subjectNames }) => ({
      label: words.names,
      hint: words.namesHint,
      also: [words.also.names, ...Object.values(subjectNames)],
    }),
    defaults: (words) => own(words).namesNone,
    wide: true,
    Control: Names,
  },
  {
    id: 'theme',
    section: 'look',
    names: ['theme'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.theme,
      hint: words.themeHint,
      also: [words.also.theme, ...Object.values(words.themes)],
    }),
    defaults: (words) => own(words).themes[defaultPreferences.theme],
    Control: Theme,
  },
  {
    id: 'language',
    section: 'look',
    names: ['language'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.language,
      hint: words.languageHint,
      also: [words.also.language, ...Object.values(words.languages)],
    }),
    defaults: (words) => own(words).languages[defaultPreferences.language],
    Control: Language,
  },
  {
    id: 'density',
    section: 'look',
    names: ['density'],
    text: ({ pages: { preferences: words } }) => ({
      label: words.density,
      hint: words.densityHint,
      also: [words.also.density, ...Object.values(words.densities)],
    }),
    defaults: (words) => own(words).densities[defaultPreferences.density],
    Control: Density,
  },
  {
    id: 'export',
    section: 'all',
    names: [],
    text: ({ pages: { preferences: words } }) => ({
      label: words.exportLabel,
      hint: words.exportHint,
      also: [words.also.transfer],
    }),
    Control: Export,
  },
  {
    id: 'import',
    section: 'all',
    names: [],
    text: ({ pages: { preferences: words } }) => ({
      label: words.importLabel,
      hint: words.importHint,
      also: [words.also.transfer],
    }),
    Control: Import,
  },
  {
    id: 'reset',
    section: 'all',
    names: [],
    text: ({ pages: { preferences: words } }) => ({
      label: words.resetLabel,
      hint: words.resetHint,
      also: [words.also.reset],
    }),
    Control: ResetAll,
  },
];
