import { Play } from 'lucide-react';
import { useId, useState } from 'react';
import { LEVELS } from '../../../src-shared/notification';
import { useApp, useParts, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { LevelIcon, type Look } from '../../ui/LevelIcon';
import { Switch } from '../../ui/Switch';
import type { ControlProps } from '../setting';
import { WholeNumber } from '../WholeNumber';
import './sounds.css';

/** The most urgent first, as everywhere. */
const LOOKS: readonly Look[] = [...LEVELS.toReversed(), 'recovered'];

/** Which levels make a sound; each can be heard. */
export function Sounds({ save, locked }: ControlProps) {
  const words = useWords().messages.pages.preferences.sounds;
  const { bridge } = useParts();
  const sounds = useApp((state) => state.preferences.sounds);
  const [problem, setProblem] = useState<string | null>(null);

  async function play(look: Look): Promise<void> {
    const reply = await bridge.call('playSound', { look });
    const outcome = reply.ok ? reply.value.outcome : 'failed';
    setProblem(outcome === 'played' ? null : words[outcome]);
  }

  return (
    <>
      <ul className="sounds">
        {LOOKS.map((look) => (
          <Sound
            key={look}
            look={look}
            on={sounds[look]}
            locked={locked}
            onChange={(on) => void save({ sounds: { ...sounds, [look]: on } })}
            onPlay={() => void play(look)}
          />
        ))}
      </ul>
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

interface SoundProps {
  readonly look: Look;
  readonly on: boolean;
  readonly locked: boolean;
  readonly onChange: (on: boolean) => void;
  readonly onPlay: () => void;
}

function Sound({ look, on, locked, onChange, onPlay }: SoundProps) {
  const { messages } = useWords();
  const id = useId();
  const { levels, recovered } = messages.titles;
  const name = look === 'recovered' ? recovered : levels[look];
  return (
    <li>
      <LevelIcon look={look} />
      <span id={id}>{name}</span>
      <Switch labelledBy={id} checked={on} disabled={locked} onChange={onChange} />
      <Button
        look="quiet"
        small
        icon
        aria-label={messages.pages.preferences.sounds.play(name)}
        title={messages.pages.preferences.sounds.play(name)}
        onClick={onPlay}
      >
        <Play size={14} aria-hidden />
      </Button>
    </li>
  );
}

export function SoundVolume({ ids, save }: ControlProps) {
  const volume = useApp((state) => state.preferences.soundVolume);
  return (
    <WholeNumber
      ids={ids}
      value={volume}
      least={0}
      most={100}
      unit="%"
      onSave={(soundVolume) => save({ soundVolume })}
    />
  );
}
