import { type ComponentType, lazy, Suspense } from 'react';
import { EmptyState } from '../app/query-boundary';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { Costs } from './tabs/costs';
import { Details } from './tabs/details';
import { JobInvoices } from './tabs/job-invoices';
import { JobQuotes } from './tabs/job-quotes';
import { Messages } from './tabs/messages';
import { Notes } from './tabs/notes';
import { Photos } from './tabs/photos';
import { Schedule } from './tabs/schedule';
import type { TabProps } from './tabs/tab-props';
import { Todos } from './tabs/todos';

const PublicationHistory = lazy(() => import('../sharing/publication-history'));

const TABS = {
  details: Details,
  schedule: Schedule,
  notes: Notes,
  todos: Todos,
  photos: Photos,
  quotes: JobQuotes,
  invoices: JobInvoices,
  messages: Messages,
  costs: Costs,
  seen: PublicationHistory,
} satisfies Record<string, ComponentType<TabProps>>;

export type TabName = keyof typeof TABS;

/** Names of the tabs that this staff member may open. */
export function useTabs(): TabName[] {
  const { may } = useViewer();
  const forbidden: Partial<Record<TabName, boolean>> = {
    quotes: !may('SEE_QUOTES'),
    invoices: !may('READ_INVOICES'),
    messages: !may('MESSAGE_CLIENTS'),
    seen: !may('SHARE'),
  };
  return (Object.keys(TABS) as TabName[]).filter((name) => !forbidden[name]);
}

/** One tab; a forbidden name reads like an unknown one. */
export function JobTab({ id, name }: TabProps & { name: string }) {
  const tabName = useTabs().find((allowed) => allowed === name);
  if (!tabName) return <EmptyState>{strings.notFound}</EmptyState>;
  const Tab: ComponentType<TabProps> = TABS[tabName];
  return (
    <section className="tab" aria-label={strings.tab[tabName]}>
      <Suspense fallback={<p role="status">{strings.loading}</p>}>
        <Tab id={id} />
      </Suspense>
    </section>
  );
}
