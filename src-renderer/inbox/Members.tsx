import { useActs, useWords } from '../app-context';
import { Banner } from '../frame/Banner';
import { Button } from '../ui/Button';
import { VIEWS } from '../places';

/** The list shows what one alert stood for, and nothing else. */
export function Members({ count }: { readonly count: number }) {
  const acts = useActs();
  const words = useWords().messages.inbox.views;
  return (
    <Banner
      look="quiet"
      act={
        <Button small onClick={() => acts.show(VIEWS.all)}>
          {words.membersAll}
        </Button>
      }
    >
      {words.members(count)}
    </Banner>
  );
}
