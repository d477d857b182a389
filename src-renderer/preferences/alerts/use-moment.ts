import { useWords } from '../../app-context';
import { dayOf } from '../../ui/use-today';

/** "today 22:00", "tomorrow 7:00", and of later days their name: how a moment to come is said. @param now wall ms */
export function useMoment(now: number): (ms: number) => string {
  const { messages, format } = useWords();
  const words = messages.alerts.quiet;
  return (ms) => {
    const days = dayOf(ms) - dayOf(now);
    if (days === 0) return words.today(format.time(ms));
    return days === 1 ? words.tomorrow(format.time(ms)) : words.on(format.weekday(ms), format.time(ms));
  };
}
