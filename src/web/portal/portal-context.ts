import { createContext, useContext } from 'react';
import type { InWords } from '../design/in-words';
import type { FollowedPortal } from './follow-portal';

interface PortalPage {
  token: string;
  /** Null in a preview, which shows everything and answers nothing. */
  followed: FollowedPortal | null;
  inWords: InWords;
  timeZone: string;
  businessName: string;
  businessEmail: string | null;
  /** Number of what the page shows; it rises with every change of it. */
  version: number;
  jobId: string;
  /** Says something to those who listen rather than look, and to those who look. */
  announce(sentence: string): void;
}

export const PortalContext = createContext<PortalPage | null>(null);

/** What every part of the page needs. */
export function usePortalPage(): PortalPage {
  const page = useContext(PortalContext);
  if (!page) throw new Error('This part belongs inside a portal page.');
  return page;
}

/** What asks and answers for the client whose page it is. */
export function useFollowed(): FollowedPortal {
  const { followed } = usePortalPage();
  if (!followed) throw new Error('A preview answers nothing.');
  return followed;
}
