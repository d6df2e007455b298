import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthGate } from './session/auth-gate';
import { onConsoleEntered } from './session/enter-console';
import { pageWithoutSession } from './session/pages-without-session';

/** A page without a session, which may end in the console, or the console at once. */
function Root() {
  const [page, setPage] = useState(() => pageWithoutSession(location.pathname));
  useEffect(() => onConsoleEntered(() => setPage(null)), []);
  return page ?? <AuthGate />;
}

const root = document.getElementById('page');
if (root) createRoot(root).render(<Root />);
