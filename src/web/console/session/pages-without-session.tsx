import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { openApi } from '../app/api';
import { InvitationPage, ResetPage } from '../links/choose-password';
import { ConfirmEmailPage } from '../links/confirm-email';
import { ForgotPage } from '../links/forgot';
import { SetupPage } from '../setup/setup-page';
import { StartPage } from '../setup/start-page';

/** Pages that are opened before there is a session, by path. */
const PAGES: Record<string, () => ReactNode> = {
  '/setup': SetupPage,
  '/start': StartPage,
  '/invitation': InvitationPage,
  '/reset': ResetPage,
  '/forgot': ForgotPage,
  '/confirm-email': ConfirmEmailPage,
};

/** The page of a path that needs no session; null for the console itself. */
export function pageWithoutSession(path: string): ReactNode {
  const Page = PAGES[path.replace(/\/$/, '')];
  if (!Page) return null;
  return (
    <Provider value={openApi().client}>
      <Page />
    </Provider>
  );
}
