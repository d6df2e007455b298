import { createContext, useContext } from 'react';
import type { Formats } from '../design/formats';
import type { PortalContentFragment } from '../gen/portal-operations';
import type { LivePortal } from './live-portal';

interface PortalPage {
  /** Headers that images are fetched with: the token of the link; in a preview the session of the staff member. */
  imageHeaders: Record<string, string>;
  /** Null in a preview, which is read-only. */
  livePortal: LivePortal | null;
  formats: Formats;
  timeZone: string;
  /** Name of the tax, such as GST. */
  taxName: string;
  businessName: string;
  businessEmail: string | null;
  paymentMethods: PortalContentFragment['paymentMethods'];
  /** Whether invoices can be paid online now. */
  canPayOnline: boolean;
  /** Version of the publication; rises with every change. */
  version: number;
  /** Announces a sentence in the live region for screen readers. */
  announce(sentence: string): void;
}

export const PortalContext = createContext<PortalPage | null>(null);

/** Context of the portal page. Throws outside of one. */
export function usePortalPage(): PortalPage {
  const page = useContext(PortalContext);
  if (!page) throw new Error('usePortalPage requires a PortalContext.');
  return page;
}

/** The live portal for queries and mutations. Throws in a preview. */
export function useLivePortal(): LivePortal {
  const { livePortal } = usePortalPage();
  if (!livePortal) throw new Error('A preview has no live portal.');
  return livePortal;
}
