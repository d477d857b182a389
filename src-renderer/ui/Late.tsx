import { useEffect, useState, type ReactNode } from 'react';

/** Most answers are quicker than a spinner is worth (design.md: none under 300 ms). */
const LATE_MS = 300;

export function Late({ children }: { readonly children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? <>{children}</> : null;
}
