import type { ReactNode } from 'react';
import { EmptyState } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import type { ClientDetails } from './client-fields';
import { clientsStrings } from './clients-strings';

/** Jobs, quotes, invoices, enquiries and messages of a client, newest first. */
export function ClientWork({ client }: { client: ClientDetails }) {
  const { formats } = useViewer();
  const { jobsPage, quotesPage, invoices, enquiriesPage, messages } = client;
  return (
    <>
      <Section title={strings.sections.jobs} empty={strings.noJobs} page={jobsPage}>
        {({ id, number, title, status }) => (
          <li className="list-row" key={id}>
            <RouterLink to={['jobs', id]}>{strings.jobNamed(number, title)}</RouterLink>
            <span className="muted">{status && strings.statuses[status]}</span>
          </li>
        )}
      </Section>
      <Section title={strings.sections.quotes} empty={strings.noQuotes} page={quotesPage}>
        {({ id, number, title, totalCents }) => (
          <li className="list-row" key={id}>
            <RouterLink to={['quotes', id]}>{strings.quoteNamed(number, title)}</RouterLink>
            <strong className="amount">{formats.money(totalCents)}</strong>
          </li>
        )}
      </Section>
      <Section
        title={clientsStrings.invoices}
        empty={clientsStrings.noInvoices}
        page={invoices && { nodes: invoices }}
      >
        {({ id, number, title, owedCents, totalCents }) => (
          <li className="list-row" key={id}>
            <RouterLink to={['invoices', id]}>{`${number}, ${title}`}</RouterLink>
            {owedCents > 0 && (
              <span className="muted">{clientsStrings.owed(formats.money(owedCents))}</span>
            )}
            <strong className="amount">{formats.money(totalCents)}</strong>
          </li>
        )}
      </Section>
      <Section
        title={clientsStrings.enquiries}
        empty={clientsStrings.noEnquiries}
        page={enquiriesPage}
      >
        {({ id, message, receivedAt }) => (
          <li className="list-row" key={id}>
            <RouterLink to={['enquiries', id]} className="excerpt">
              {message}
            </RouterLink>
            <span className="muted">{formats.dateTime(receivedAt)}</span>
          </li>
        )}
      </Section>
      <Section
        title={clientsStrings.messages}
        empty={clientsStrings.noMessages}
        page={messages && { nodes: messages }}
      >
        {({ id, body, from, authorName, sentAt, job }) => (
          <li className="list-row" key={id}>
            <div>
              <p className="pre-wrap">{body}</p>
              <p className="muted small">
                {[from === 'CLIENT' ? client.name : authorName, formats.dateTime(sentAt)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {job && (
              <RouterLink to={['jobs', job.id, 'messages']}>
                {strings.jobNamed(job.number, job.title)}
              </RouterLink>
            )}
          </li>
        )}
      </Section>
    </>
  );
}

interface SectionProps<Node> {
  title: string;
  empty: string;
  /** Null for a role that may not see it: then there is no section. */
  page: { nodes: Node[]; pageInfo?: { hasNextPage: boolean } } | null;
  children: (node: Node) => ReactNode;
}

function Section<Node>({ title, empty, page, children }: SectionProps<Node>) {
  if (!page) return null;
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {page.nodes.length === 0 && <EmptyState>{empty}</EmptyState>}
      <ul className="list">{page.nodes.map(children)}</ul>
      {page.pageInfo?.hasNextPage && <p className="muted small">{clientsStrings.notAll}</p>}
    </section>
  );
}
