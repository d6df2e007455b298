import { type ComponentType, lazy, Suspense } from 'react';
import { Nothing } from '../app/asked';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { Costs } from './costs';
import { Details } from './details';
import { JobInvoices } from './job-invoices';
import { JobQuotes } from './job-quotes';
import { Messages } from './messages';
import { Notes } from './notes';
import { Photos } from './photos';
import { Schedule } from './schedule';
import { Todos } from './todos';

const WhatClientSaw = lazy(() => import('../sharing/what-client-saw'));

export interface TabParts {
  id: string;
}

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
  seen: WhatClientSaw,
} satisfies Record<string, ComponentType<TabParts>>;

export type TabName = keyof typeof TABS;

/** The tabs that this person may open. */
export function useTabs(): TabName[] {
  const { may } = useViewer();
  const closed: Partial<Record<TabName, boolean>> = {
    quotes: !may('SEE_QUOTES'),
    invoices: !may('READ_INVOICES'),
    messages: !may('MESSAGE_CLIENTS'),
    seen: !may('SHARE'),
  };
  return (Object.keys(TABS) as TabName[]).filter((name) => !closed[name]);
}

export function JobTab({ id, name }: TabParts & { name: string }) {
  const open = useTabs().find((each) => each === name);
  if (!open) return <Nothing>{words.noSuchPage}</Nothing>;
  const Tab: ComponentType<TabParts> = TABS[open];
  return (
    <section className="tab" aria-label={words.tab[open]}>
      <Suspense fallback={<p role="status">{words.loading}</p>}>
        <Tab id={id} />
      </Suspense>
    </section>
  );
}
