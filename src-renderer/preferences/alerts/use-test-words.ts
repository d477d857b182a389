import type { TestAlertStep } from '../../../src-shared/test-alert';
import { useWords } from '../../app-context';
import { useNow } from '../../ui/use-now';
import { useMoment } from './use-moment';

/** What one station of a test alert's way says. */
export function useTestWords(): (step: TestAlertStep) => string {
  const { messages } = useWords();
  const words = messages.alerts.test;
  const moment = useMoment(useNow(60_000));
  return (step) => {
    switch (step.step) {
      case 'silence':
        return step.until === null ? words.silence.none : words.silence.until(moment(step.until));
      case 'rule':
        return [words.rules[step.rule], step.pattern === null ? '' : words.byText(step.pattern)]
          .filter(Boolean)
          .join(' ');
      case 'hold-down':
        return words.wait(step.seconds);
      case 'pause':
      case 'quiet': {
        const { none, until, through } = words[step.step];
        if (step.until === null) return none;
        return step.through ? through(moment(step.until)) : until(moment(step.until));
      }
      case 'service':
        return step.ok ? words.service.there : words.service.none;
      case 'disturb':
        return step.ok ? (step.known ? words.disturb.off : words.disturb.unknown) : words.disturb.on;
      case 'shown':
        if (step.outcome !== 'failed') return words.shown[step.outcome];
        return words.shown.failed(step.reason);
    }
  };
}
