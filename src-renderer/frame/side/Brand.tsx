import { useWords } from '../../app-context';

/** The bell in the accent colour, and the name. */
export function Brand() {
  return (
    <div className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
        <path
          d="M10 2.2c-3.2 0-5.2 2.3-5.2 5.4 0 4-1.2 5.4-2.2 6.2h14.8c-1-.8-2.2-2.2-2.2-6.2 0-3.1-2-5.4-5.2-5.4z"
          fill="var(--accent)"
        />
        <path
          d="M7.6 15.6a2.5 2.5 0 0 0 4.8 0"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
      </svg>
      <span className="side-name">{useWords().messages.pages.frame.app}</span>
    </div>
  );
}
