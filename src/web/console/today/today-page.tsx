import type { ReactNode } from 'react';
import { Card } from '../../design/card';
import { Skeleton } from '../../design/skeleton';
import { RouterLink } from '../app/router';
import { reminderStrings } from '../reminders/reminder-strings';
import { useViewer } from '../session/viewer';
import { useWaitingPrompts } from '../sharing/waiting-prompts';
import { strings } from '../strings';
import { FailedEmail } from './failed-emails';
import { type AttentionItem, useToday } from './today-context';
import { todayStrings } from './today-strings';

/** First page of the office: what waits, each with a link to it. */
export function TodayPage() {
  const { items, enquiries, enquiryCount, isLoading } = useToday();
  const prompts = useWaitingPrompts();
  const of = (...kinds: AttentionItem['kind'][]) =>
    items.filter(({ kind }) => kinds.includes(kind));
  const answers = of('QUOTE_ANSWERED');
  const unread = of('MESSAGE_UNREAD');
  const failedEmails = of('EMAIL_FAILED');
  const others = of('QUOTE_EXPIRED', 'REMINDER_NOT_SENT');
  const overdue = of('INVOICE_OVERDUE', 'OVERDUE_AFTER_REMINDERS');
  const isEmpty = items.length + enquiries.length + prompts.length === 0;
  const { groups } = todayStrings;
  return (
    <>
      <h1>{todayStrings.title}</h1>
      {isLoading && <Skeleton height="6rem" />}
      {isEmpty && !isLoading && (
        <div className="calm muted" role="status">
          <p className="calm-mark" aria-hidden="true">
            ✓
          </p>
          <p className="calm-title">{todayStrings.nothing}</p>
          <p className="small">{todayStrings.whatComes}</p>
          <RouterLink to={['jobs']}>{todayStrings.next}</RouterLink>
        </div>
      )}
      <div className="stack today">
        <Group title={groups.answers} count={answers.length}>
          {answers.map((item) => item.quote && <Answer key={item.quote.id} {...item} />)}
        </Group>
        <Group title={groups.messages} count={unread.length}>
          {unread.map((item) => item.job && <Unread key={item.job.id} {...item} />)}
        </Group>
        <Group title={groups.failedEmails} count={failedEmails.length}>
          {failedEmails.map((item) => (
            <FailedEmail key={item.failedEmail?.id} {...item} />
          ))}
        </Group>
        <Group title={groups.enquiries} count={enquiryCount ?? enquiries.length}>
          {enquiries.map((each) => (
            <NewEnquiry key={each.id} {...each} />
          ))}
        </Group>
        <Group title={groups.prompts} count={prompts.length}>
          {prompts.map((each) => (
            <WaitingPrompt key={each.id} {...each} />
          ))}
        </Group>
        <Group title={groups.overdue} count={overdue.length}>
          {overdue.map((item) => item.invoice && <Overdue key={item.invoice.id} {...item} />)}
        </Group>
        <Group title={groups.other} count={others.length}>
          {others.map((item) => (
            <Other key={`${item.kind} ${(item.quote ?? item.invoice)?.id}`} {...item} />
          ))}
        </Group>
      </div>
    </>
  );
}

interface GroupProps {
  title: string;
  /** Number of all entries, of which the first are shown. */
  count: number;
  children: ReactNode[];
}

function Group({ title, count, children }: GroupProps) {
  if (children.length === 0) return null;
  return (
    <Card title={`${title} (${count})`} className="stack">
      <ul className="list">{children}</ul>
      {count > children.length && (
        <p className="muted small">{todayStrings.more(count - children.length)}</p>
      )}
    </Card>
  );
}

/** A link, whose client it is, and what is the matter. */
function Line({ to, name, client, children }: LineProps) {
  return (
    <li className="list-row">
      <div>
        <RouterLink to={to}>
          <bdi>{name}</bdi>
        </RouterLink>
        <p className="muted small">
          {client && <bdi>{client.name}</bdi>}
          {client && ' · '}
          {children}
        </p>
      </div>
    </li>
  );
}

interface LineProps {
  to: string[];
  name: string;
  client?: { name: string } | null;
  children: ReactNode;
}

function Answer({ quote, on }: AttentionItem) {
  const { formats } = useViewer();
  if (!quote) return null;
  const name = strings.quoteNamed(quote.number, quote.title);
  return (
    <Line to={['quotes', quote.id]} name={name} client={quote.client}>
      {quote.status && todayStrings.answers[quote.status]?.(formats.date(on))}
    </Line>
  );
}

function Unread({ job, on }: AttentionItem) {
  const { formats } = useViewer();
  if (!job) return null;
  const name = strings.jobNamed(job.number, job.title);
  return (
    <Line to={['jobs', job.id, 'messages']} name={name} client={job.client}>
      {todayStrings.unread(job.unreadMessages ?? 1)}, {formats.date(on)}
    </Line>
  );
}

function NewEnquiry({ id, name, message, receivedAt }: EnquiryRow) {
  const { formats } = useViewer();
  return (
    <Line to={['enquiries', id]} name={name}>
      {formats.dateTime(receivedAt)} · <bdi>{message}</bdi>
    </Line>
  );
}
type EnquiryRow = ReturnType<typeof useToday>['enquiries'][number];

function WaitingPrompt({ job, raisedAt }: ReturnType<typeof useWaitingPrompts>[number]) {
  const { formats } = useViewer();
  return (
    <Line to={['jobs', job.id]} name={strings.jobNamed(job.number, job.title)} client={job.client}>
      {formats.dateTime(raisedAt)}
    </Line>
  );
}

function Overdue({ invoice, kind, on }: AttentionItem) {
  const { formats } = useViewer();
  if (!invoice) return null;
  const name = strings.invoiceNamed(invoice.number, invoice.title);
  const day = formats.date(on);
  return (
    <Line to={['invoices', invoice.id]} name={name} client={invoice.client}>
      {kind === 'INVOICE_OVERDUE'
        ? todayStrings.owed(formats.money(invoice.owedCents ?? 0), day)
        : reminderStrings.attentionKinds.OVERDUE_AFTER_REMINDERS(day)}
    </Line>
  );
}

function Other({ quote, invoice, kind, on }: AttentionItem) {
  const { formats } = useViewer();
  const named = quote ?? invoice;
  const of = kind as 'QUOTE_EXPIRED' | 'REMINDER_NOT_SENT';
  if (!named) return null;
  const name = (quote ? strings.quoteNamed : strings.invoiceNamed)(named.number, named.title);
  return (
    <Line to={[quote ? 'quotes' : 'invoices', named.id]} name={name} client={named.client}>
      {reminderStrings.attentionKinds[of](formats.date(on))}
    </Line>
  );
}
