import './health-dot.css';

/** Filled, ringed or hollow: the word stands beside it or in its link's name. */
export function HealthDot({ state }: { readonly state: string }) {
  return <span className={`health-dot ${state}`} aria-hidden />;
}
