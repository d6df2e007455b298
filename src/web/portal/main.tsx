import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortalPage } from './page/portal-page';
import { awaitPayment } from './payments/awaited-payment';
import { restoreLink } from './payments/payment-return';

restoreLink();
awaitPayment();

const root = document.getElementById('page');
if (root)
  createRoot(root).render(
    <StrictMode>
      <PortalPage />
    </StrictMode>,
  );
