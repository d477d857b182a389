import type { sounds as english } from '../en/sounds';

export const sounds: typeof english = {
  label: 'Dźwięki',
  hint: 'Z alertów, które przychodzą razem, słychać tylko najpilniejszy, najwyżej raz na 3 sekundy. Cisza podczas pauzy i gdy pulpit ma włączone „nie przeszkadzać”; krytyczny, który przebija godziny ciszy, słychać.',
  defaults: 'krytyczne i poważne',
  play: (level) => `Odtwórz dźwięk: ${level}`,
  volume: 'Głośność dźwięków',
  volumeHint: '0 to cisza. Do tego dochodzi głośność systemu.',
  'no-player':
    'W tym systemie nie ma programu, który odtwarza dźwięki. Następny krok: zainstaluj pipewire-bin, pulseaudio-utils albo alsa-utils.',
  failed: 'Nie udało się odtworzyć dźwięku. Następny krok: sprawdź, czy słychać inne programy.',
  also: 'dźwięk audio dzwonek sygnał wycisz odtwórz krytyczne poważne ostrzeżenie informacja',
  alsoVolume: 'dźwięk głośność głośno cicho audio wycisz',
};
