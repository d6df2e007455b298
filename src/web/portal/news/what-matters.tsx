import type { ReactNode } from 'react';
import { Button } from '../../design/button';
import { Card } from '../../design/card';
import { Written } from '../../design/text/written';
import type { PortalInvoiceFragment, PortalJobFragment } from '../../gen/portal-operations';
import { goTo, rootOf } from '../page/go-to';
import { sectionId } from '../page/target';
import { usePortalPage } from '../portal-context';
import { isOpen } from '../quotes/quote-state';
import { type PageTexts, useTexts } from '../texts';
import { type NewSinceLastLook, useNews } from './news';

/** What the client has to do, its next visit and what is new, before anything else. Nothing if there is none of it. */
export function WhatMatters({ job }: { job: PortalJobFragment }) {
  const { pageStrings } = useTexts();
  const { timeZone } = usePortalPage();
  const news = useNews();
  const quotes = (job.quotes ?? []).filter((quote) => isOpen(quote, timeZone));
  const invoices = (job.invoices ?? []).filter(isToPay);
  const visit = nextVisit(job);
  if (quotes.length + invoices.length + news.counts.length === 0 && !visit) return null;
  return (
    <Card title={pageStrings.first} className="what-matters">
      <ul>
        {quotes.map((quote) => (
          <QuoteToAnswer key={quote.id} quote={quote} />
        ))}
        {invoices.map((invoice) => (
          <InvoiceToPay key={invoice.id} invoice={invoice} />
        ))}
        {visit && <NextVisit {...visit} />}
        {news.lastSeenAt && news.counts.length > 0 && (
          <WhatIsNew lastSeenAt={news.lastSeenAt} counts={news.counts} />
        )}
      </ul>
    </Card>
  );
}

type OpenQuote = NonNullable<PortalJobFragment['quotes']>[number];

function QuoteToAnswer({ quote: { id, title, validUntil } }: { quote: OpenQuote }) {
  const { pageStrings } = useTexts();
  const { formats } = usePortalPage();
  const [before, after] = pageStrings.answerQuote;
  return (
    <Matter
      detail={validUntil && pageStrings.validUntil(formats.date(validUntil))}
      action={<GoToButton to={`quote-${id}`} isMain label={pageStrings.showQuote} about={title} />}
    >
      {before}
      <Written>{title}</Written>
      {after}
    </Matter>
  );
}

function InvoiceToPay({ invoice }: { invoice: PortalInvoiceFragment }) {
  const { pageStrings } = useTexts();
  const { formats } = usePortalPage();
  const { id, title, owedCents, dueOn, status } = invoice;
  const [before, after] = pageStrings.payInvoice(formats.money(owedCents));
  return (
    <Matter
      isUrgent={status === 'OVERDUE'}
      detail={dueInWords(status === 'OVERDUE', dueOn && formats.date(dueOn), pageStrings)}
      action={
        <GoToButton to={`invoice-${id}`} isMain label={pageStrings.showInvoice} about={title} />
      }
    >
      {before}
      <Written>{title}</Written>
      {after}
    </Matter>
  );
}

function dueInWords(
  isOverdue: boolean,
  day: string | null,
  pageStrings: PageTexts['pageStrings'],
): string | null {
  if (isOverdue) return day ? pageStrings.overdueSince(day) : pageStrings.overdue;
  return day && pageStrings.dueOn(day);
}

interface NextVisitProps {
  visit: { startsAt: string; endsAt: string; movedFrom?: string | null };
  isCancelled: boolean;
}

function NextVisit({ visit, isCancelled }: NextVisitProps) {
  const { strings, pageStrings } = useTexts();
  const { formats } = usePortalPage();
  const { startsAt, movedFrom } = visit;
  const when = strings.dayAndTime(formats.day(startsAt), formats.time(startsAt));
  return (
    <Matter
      detail={movedFrom && pageStrings.movedFrom(formats.visitStart(movedFrom))}
      action={<GoToButton to={sectionId('visits')} label={pageStrings.showVisits} about={when} />}
    >
      {isCancelled ? pageStrings.visitCancelled(when) : pageStrings.nextVisit(when)}
    </Matter>
  );
}

function WhatIsNew({
  lastSeenAt,
  counts,
}: {
  lastSeenAt: string;
  counts: NewSinceLastLook['counts'];
}) {
  const { pageStrings } = useTexts();
  const { formats } = usePortalPage();
  return (
    <li className="news">
      <p>{pageStrings.news(formats.dateTime(lastSeenAt))}</p>
      <div className="row">
        {counts.map(([section, count]) => (
          <GoToButton
            key={section}
            to={sectionId(section)}
            label={pageStrings.newOf[section](count)}
          />
        ))}
      </div>
    </li>
  );
}

interface MatterProps {
  isUrgent?: boolean;
  detail: string | null | undefined;
  action: ReactNode;
  children: ReactNode;
}

function Matter({ isUrgent, detail, action, children }: MatterProps) {
  return (
    <li className={isUrgent ? 'matter urgent' : 'matter'}>
      <div>
        <p className="subject">{children}</p>
        {detail && <p className="small detail">{detail}</p>}
      </div>
      {action}
    </li>
  );
}

interface GoToButtonProps {
  to: string;
  label: string;
  /** Said to screen readers, where several buttons have the same label. */
  about?: string;
  isMain?: boolean;
}

/** Not a link: the URL fragment holds the token. */
function GoToButton({ to, label, about, isMain }: GoToButtonProps) {
  return (
    <Button
      variant={isMain ? 'primary' : 'plain'}
      onClick={({ currentTarget }) => goTo(to, rootOf(currentTarget))}
    >
      {label}
      {about && <span className="visually-hidden">: {about}</span>}
    </Button>
  );
}

function isToPay({ kind, owedCents, confirmingCents, status }: PortalInvoiceFragment): boolean {
  return kind !== 'CREDIT_NOTE' && owedCents > 0 && !confirmingCents && status !== 'VOID';
}

/** The next visit that is not over; without one the next that was cancelled, so that nobody waits for it. */
function nextVisit({ visits, cancelledVisits }: PortalJobFragment): NextVisitProps | null {
  const now = new Date().toISOString();
  const [visit] = visits.filter(({ endsAt }) => endsAt >= now).sort(byStart);
  if (visit) return { visit, isCancelled: false };
  const [cancelled] = cancelledVisits.filter(({ endsAt }) => endsAt >= now).sort(byStart);
  return cancelled ? { visit: cancelled, isCancelled: true } : null;
}

function byStart(one: { startsAt: string }, other: { startsAt: string }): number {
  return one.startsAt < other.startsAt ? -1 : 1;
}
