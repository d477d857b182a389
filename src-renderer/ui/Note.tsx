import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './note.css';

/** A warning in place; `alert` where it appeared by something the person just did. */
export function Note({
  children,
  alert = false,
}: {
  readonly children: ReactNode;
  readonly alert?: boolean;
}) {
  return (
    <div className="note" {...(alert && { role: 'alert' })}>
      <TriangleAlert size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
