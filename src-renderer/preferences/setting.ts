import { createContext, type ComponentType } from 'react';
import type { Messages } from '../../src-shared/messages/en/en';
import type { Words } from '../../src-shared/messages/words';
import type { PreferenceName, Preferences } from '../../src-shared/preferences';
import type { Saving } from './use-save';

/** In the order of the page; their titles are `messages.pages.preferences.sections`. */
export const SECTIONS = ['watching', 'alerts', 'severities', 'names', 'look', 'all'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * One row of the page: an entry in `registry.ts`. The page draws its label and hint, "default: …" with its reset where
 * it differs, and the administrator's lock; finds it by its words; and leaves only the control to be drawn.
 */
export interface Setting {
  /** Of the row, for links and anchors. */
  readonly id: string;
  readonly section: Section;
  /** Reset and locked together. Empty: nothing of `Preferences` (a button; what the system keeps). */
  readonly names: readonly PreferenceName[];
  readonly text: (messages: Messages, preferences: Preferences) => SettingText;
  /** The defaults in words, `30 s`; without it only the reset is shown. */
  readonly defaults?: (words: Words) => string;
  /** The control stands below its words, over the whole width. */
  readonly wide?: boolean;
  readonly Control: ComponentType<ControlProps>;
}

interface SettingText {
  readonly label: string;
  readonly hint?: string;
  /** By which it is found too: its values, and what else people call it. */
  readonly also?: readonly string[];
}

export interface ControlProps extends Saving {
  /** To be spread on an input: its id, and what names and describes it. */
  readonly ids: {
    readonly id: string;
    readonly 'aria-labelledby': string;
    readonly 'aria-describedby': string;
  };
  /** Set by an administrator: drawn disabled. Native controls are so already, by a `fieldset`; main refuses in any case. */
  readonly locked: boolean;
}

/** All of the registry, for what speaks of other settings. */
export const SettingsContext = createContext<readonly Setting[]>([]);
