import { useEffect, useRef, type ReactNode } from 'react';
import './page.css';

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page of forms: its title takes the focus, so that the keyboard and a screen reader begin there. */
export function Page({ title, about, acts, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="page">
      <header>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about !== undefined && <div className="muted">{about}</div>}
        </div>
        {acts !== undefined && <div className="acts">{acts}</div>}
      </header>
      {children}
    </div>
  );
}
