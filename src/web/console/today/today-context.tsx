import { createContext, type ReactNode, use, useCallback, useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { TodayDocument, type TodayQuery } from '../../gen/operations';
import { useViewer } from '../session/viewer';
import { useWaitingPrompts } from '../sharing/waiting-prompts';
import { useWhatWaits } from './what-waits';

export type AttentionItem = TodayQuery['attention'][number];

interface Today {
  items: AttentionItem[];
  enquiries: NonNullable<TodayQuery['enquiries']>['nodes'];
  /** Null if there are very many. */
  enquiryCount: number | null;
  isLoading: boolean;
  refresh(): void;
}

const TodayContext = createContext<Today>({
  items: [],
  enquiries: [],
  enquiryCount: 0,
  isLoading: false,
  refresh: () => undefined,
});

/** What waits for the office; always empty for roles that do not sell. */
export const useToday = () => use(TodayContext);

/** Reads what waits: at first, after own changes, and when something changed. */
export function TodayProvider({ children }: { children: ReactNode }) {
  const { may } = useViewer();
  const variables = { enquiries: may('ANSWER_ENQUIRIES') };
  const [{ data, fetching }, execute] = useQuery({ query: TodayDocument, variables });
  const refresh = useCallback(() => {
    execute({ requestPolicy: 'network-only' });
  }, [execute]);
  const reading = useWhatWaits();
  useEffect(() => {
    if (reading > 0) refresh();
  }, [reading, refresh]);
  const today = useMemo(
    () => ({
      items: withoutRepeats(data?.attention ?? []),
      enquiries: data?.enquiries?.nodes ?? [],
      enquiryCount: data?.enquiries ? data.enquiries.totalCount : 0,
      isLoading: fetching && !data,
      refresh,
    }),
    [data, fetching, refresh],
  );
  return <TodayContext value={today}>{children}</TodayContext>;
}

/** An invoice whose reminders have ended is overdue, too: it is said once. */
function withoutRepeats(items: AttentionItem[]): AttentionItem[] {
  const ended = new Set(
    items.filter(({ kind }) => kind === 'OVERDUE_AFTER_REMINDERS').map((item) => item.invoice?.id),
  );
  return items.filter(({ kind, invoice }) => kind !== 'INVOICE_OVERDUE' || !ended.has(invoice?.id));
}

/** Number of what waits, by the section of the navigation that it belongs to. */
export function useWaitingCounts(): Record<string, number> {
  const { items, enquiryCount, enquiries } = useToday();
  const prompts = useWaitingPrompts().length;
  return useMemo(() => {
    const ofKind = (...kinds: AttentionItem['kind'][]) =>
      items.filter(({ kind }) => kinds.includes(kind)).length;
    const counts = {
      messages: ofKind('MESSAGE_UNREAD'),
      prompts,
      enquiries: enquiryCount ?? enquiries.length,
      quotes: ofKind('QUOTE_ANSWERED'),
      invoices: ofKind('INVOICE_OVERDUE', 'OVERDUE_AFTER_REMINDERS'),
    };
    const others = ofKind('EMAIL_FAILED', 'QUOTE_EXPIRED', 'REMINDER_NOT_SENT');
    const today = Object.values(counts).reduce((sum, each) => sum + each, others);
    return { ...counts, today };
  }, [items, prompts, enquiryCount, enquiries]);
}
