import type { sounds as english } from '../en/sounds';

export const sounds: typeof english = {
  label: 'Sunete',
  hint: 'Dintre alertele care vin împreună se aude doar cea mai urgentă, cel mult una la 3 secunde. Liniște în pauză și cât timp desktopul e pe „nu deranja”; una critică ce trece prin orele de liniște se aude.',
  defaults: 'critice și majore',
  play: (level) => `Redă sunetul: ${level}`,
  volume: 'Volumul sunetelor',
  volumeHint: '0 înseamnă liniște. Peste el vine volumul sistemului.',
  'no-player':
    'Acest sistem nu are un program care să redea sunete. Pasul următor: instalează pipewire-bin, pulseaudio-utils sau alsa-utils.',
  failed: 'Sunetul nu a putut fi redat. Pasul următor: vezi dacă se aud alte programe.',
  also: 'sunet audio sonerie clopot mut redă critic major avertisment informare',
  alsoVolume: 'sunet volum tare încet audio mut',
};
