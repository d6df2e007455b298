import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { clientFor } from './api';
import { App, Closed } from './app';
import './style.css';

// Another link that is pasted into the same tab is another page.
window.addEventListener('hashchange', () => location.reload());

const token = location.hash.slice(1);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    {token ? (
      <ApolloProvider client={clientFor(token)}>
        <App />
      </ApolloProvider>
    ) : (
      <Closed />
    )}
  </StrictMode>,
);
