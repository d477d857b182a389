// 30 rows by React, and nothing else: what a window with rows costs at least.
import { createRoot } from 'react-dom/client';

const rows = Array.from({ length: 30 }, (_, n) => n);

createRoot(document.body).render(
  <>
    <aside>A window that does nothing</aside>
    <main>
      {rows.map((n) => (
        <div className="row" key={n}>
          <b>Test agent {n + 4} is offline</b>
          <span className="context">Branch offices, basic reachability · task {1500 + n} · severity 4</span>
          <time>14:{10 + n}</time>
        </div>
      ))}
    </main>
  </>,
);
