import { useRef, useState } from 'react';
import { type PortalQuoteFragment, QuoteTotalDocument } from '../../gen/portal-operations';
import { usePortalPage } from '../portal-context';

interface Totals {
  netCents: number;
  taxCents: number;
  totalCents: number;
  /** Deposit on that total; null in a quote that was published before there were deposits. */
  depositDueCents: number | null;
}

/** Which optional lines of a quote are ticked, and what the server says that they cost. */
export interface Choice {
  lineIds: string[];
  totals: Totals;
  /** The totals are of an earlier choice: READY once the server has answered. */
  state: 'READY' | 'PENDING' | 'FAILED';
  toggle(lineId: string): void;
}

export function useChoice(quote: PortalQuoteFragment): Choice {
  const { livePortal } = usePortalPage();
  const { id: quoteId, version, netCents, taxCents, totalCents } = quote;
  const { depositDueCents } = quote;
  const [lineIds, setLineIds] = useState<string[]>([]);
  const [computed, setComputed] = useState<Totals | null>(null);
  const [state, setState] = useState<Choice['state']>('READY');
  /** Number of the newest choice: an answer to an earlier one is ignored. */
  const newest = useRef(0);

  async function choose(ids: string[]) {
    newest.current += 1;
    const mine = newest.current;
    setLineIds(ids);
    setState('PENDING');
    const variables = { quoteId, version, optionalLineIds: ids };
    const result = await livePortal?.read(QuoteTotalDocument, variables);
    if (mine !== newest.current) return;
    setComputed(result?.data?.quoteTotal ?? computed);
    setState(result?.data ? 'READY' : 'FAILED');
  }

  return {
    lineIds,
    totals: computed ?? { netCents, taxCents, totalCents, depositDueCents },
    state,
    toggle: (lineId) =>
      void choose(
        lineIds.includes(lineId)
          ? lineIds.filter((other) => other !== lineId)
          : [...lineIds, lineId],
      ),
  };
}
