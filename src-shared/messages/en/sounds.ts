/** Sounds of alerts, in Preferences. */
export const sounds = {
  label: 'Sounds',
  hint: 'Of alerts that come together only the most urgent is heard, at most one in 3 seconds. Silent in a pause and while the desktop is set to do not disturb; a critical one that breaks through quiet hours is heard.',
  defaults: 'critical and major',
  play: (level: string): string => `Play the sound of “${level}”`,
  volume: 'Volume of sounds',
  volumeHint: '0 is silent. The system’s own volume comes on top.',
  'no-player':
    'This system has no program that plays sounds. Next step: install one of pipewire-bin, pulseaudio-utils, alsa-utils.',
  failed: 'The sound could not be played. Next step: see whether other programs can be heard.',
  also: 'sound audio bell ring noise mute silent play critical major warning info recovered',
  alsoVolume: 'sound volume loud loudness quiet audio mute',
};
