import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import type { Section } from './setting';

/** The id of a section's heading. */
export const headingId = (section: Section): string => `section-${section}`;

/** The heading takes the focus, so that the keyboard goes on from there. */
export function goToSection(section: Section): void {
  const heading = document.getElementById(headingId(section));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The sections, where there is room: drawn beside the page, and before it for the keyboard and a screen reader. */
export function JumpList({ sections }: { readonly sections: readonly Section[] }) {
  const words = useWords().messages.pages.preferences;
  return (
    <nav className="jump-list" aria-label={words.jump}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <Button look="quiet" onClick={() => goToSection(section)}>
              {words.sections[section]}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
