import { useApp, useWords } from '../app-context';
import type { ControlProps } from './setting';
import { WholeNumber } from './WholeNumber';

const LEAST = 10;
const MOST = 300;

export function PollSeconds({ ids, save }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const saved = useApp((state) => state.preferences.pollSeconds);
  return (
    <WholeNumber
      ids={ids}
      value={saved}
      least={LEAST}
      most={MOST}
      unit={words.pollUnit}
      onSave={(pollSeconds) => save({ pollSeconds })}
    />
  );
}
