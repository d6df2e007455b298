import type { ReactNode } from 'react';
import type { JobOfPortalFragment } from '../../gen/operations';
import { Picture } from '../app/picture';
import { useViewer } from '../app/viewer';
import { words } from '../words';

interface ClientViewParts {
  job: JobOfPortalFragment;
  businessName: string;
}

/** A job as its client reads it: only what the API says the client receives. */
export function ClientView({ job, businessName }: ClientViewParts) {
  const { inWords } = useViewer();
  const { money, moment, time, date } = inWords;
  const seen = words.clientView;
  return (
    <article className="client-view">
      <p className="soft small">{businessName}</p>
      <h4>{job.title}</h4>
      {job.status && <p className="client-status">{words.statuses[job.status]}</p>}
      {job.siteAddress && <p className="soft">{job.siteAddress}</p>}
      {job.description && <p>{job.description}</p>}
      <Part title={seen.visits} of={job.visits}>
        {({ id, startsAt, endsAt }) => (
          <li key={id}>{words.fromTo(moment(startsAt), time(endsAt))}</li>
        )}
      </Part>
      <Part title={seen.quotes} of={job.quotes}>
        {(quote) => (
          <li key={quote.id}>
            {quote.title}, <strong>{money(quote.totalCents)}</strong>
            <span className="soft">
              {' '}
              {words.quoteStatuses[quote.status]}
              {quote.validUntil && `, ${words.validUntil(date(quote.validUntil))}`}
            </span>
          </li>
        )}
      </Part>
      <Part title={seen.invoices} of={job.invoices}>
        {(invoice) => (
          <li key={invoice.id}>
            {words.invoiceNamed(invoice.number, invoice.title)},{' '}
            <strong>{money(invoice.totalCents)}</strong>
            <span className="soft"> {words.owed(money(invoice.owedCents))}</span>
          </li>
        )}
      </Part>
      <Part title={seen.photos} of={job.photos} className="client-photos">
        {({ id, caption, thumbnailUrl }) => (
          <li key={id}>
            <Picture path={thumbnailUrl} alt={caption ?? words.photo} />
            <span className="small">{caption}</span>
          </li>
        )}
      </Part>
      <Part title={seen.notes} of={job.notes}>
        {({ id, body }) => (
          <li key={id} className="as-typed">
            {body}
          </li>
        )}
      </Part>
      <Part title={seen.todos} of={job.todos}>
        {({ id, title, done }) => (
          <li key={id}>
            <span aria-hidden="true">{done ? '☑' : '☐'}</span> {title}
            <span className="unseen"> {done ? words.done : words.open}</span>
          </li>
        )}
      </Part>
    </article>
  );
}

interface PartParts<Each> {
  title: string;
  of: Each[] | null;
  className?: string;
  children: (each: Each) => ReactNode;
}

function Part<Each>({ title, of, className, children }: PartParts<Each>) {
  if (!of?.length) return null;
  return (
    <section>
      <h5>{title}</h5>
      <ul className={className}>{of.map(children)}</ul>
    </section>
  );
}
