import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortalPage } from './portal-page';

const place = document.getElementById('page');
if (place)
  createRoot(place).render(
    <StrictMode>
      <PortalPage />
    </StrictMode>,
  );
