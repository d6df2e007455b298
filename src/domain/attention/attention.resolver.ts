import { GraphQLDate } from 'graphql-scalars';
import { Ctx, ObjectType, Resolver, Root } from 'type-graphql';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { may, rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor, ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { today } from '../business/business-day.js';
import type { StaffContext } from '../common/context.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { type Attention, attentionOn, MAX_ITEMS } from './attention.js';

const readers = rolesWith('WRITE_SALES');
/** Those who may see and deal with failed emails. */
const resenders = rolesWithBoth('WRITE_SALES', 'SHARE');

const AttentionKindEnum = {
  QUOTE_ANSWERED: 'QUOTE_ANSWERED',
  MESSAGE_UNREAD: 'MESSAGE_UNREAD',
  INVOICE_OVERDUE: 'INVOICE_OVERDUE',
  QUOTE_EXPIRED: 'QUOTE_EXPIRED',
  REMINDER_NOT_SENT: 'REMINDER_NOT_SENT',
  OVERDUE_AFTER_REMINDERS: 'OVERDUE_AFTER_REMINDERS',
  EMAIL_FAILED: 'EMAIL_FAILED',
} as const satisfies Record<Attention['kind'], Attention['kind']>;

declareEnum(
  AttentionKindEnum,
  'AttentionKind',
  (kind) => (kind === 'EMAIL_FAILED' ? resenders : readers),
  'Reason to look at a quote, an invoice, a job or an email.',
  {
    QUOTE_ANSWERED:
      'The client answered the quote within two weeks, and nothing followed: no visit and no invoice after an acceptance, no new version after another answer.',
    MESSAGE_UNREAD: 'The client of the job wrote a message that nobody has read.',
    INVOICE_OVERDUE: 'The invoice is overdue.',
    QUOTE_EXPIRED: 'The quote expired without an answer.',
    REMINDER_NOT_SENT: 'Its client has no email address and was not reminded.',
    OVERDUE_AFTER_REMINDERS: 'The invoice is overdue, and its last reminder was sent.',
    EMAIL_FAILED:
      'An email failed, and was neither sent again (resendEmail) nor taken off the list (dismissFailedEmail).',
  },
);

@ObjectType({ description: 'Quote, invoice, job or email that needs attention.' })
class AttentionItem {
  @FieldFor(readers, 'Reason.', () => AttentionKindEnum)
  kind!: Attention['kind'];

  @FieldFor(readers, 'Day on which the reason began.', () => GraphQLDate)
  on!: string;
}

/** What waits for this person: without failed emails for those who may not see them. */
export async function waitingFor(context: StaffContext): Promise<Attention[]> {
  const items = (await context.reader.lookup(attentionOn, await today(context))) ?? [];
  if (may(context.principal.audience, 'SHARE')) return items;
  return items.filter(({ kind }) => kind !== 'EMAIL_FAILED');
}

/** What waits for staff. */
@Resolver(() => AttentionItem)
export class AttentionResolver {
  @QueryFor(
    readers,
    `Quotes, invoices, jobs and failed emails that need attention, newest first, at most ${MAX_ITEMS} of each kind.`,
    () => [AttentionItem],
  )
  async attention(@Ctx() context: StaffContext) {
    return waitingFor(context);
  }

  @ResolvedFieldFor(readers, 'Quote; null for the others.', () => Quote, { nullable: true })
  quote(@Root() { quoteId }: Attention, @Ctx() { reader }: StaffContext) {
    return reader.find(Quote, quoteId);
  }

  @ResolvedFieldFor(
    rolesWithBoth('WRITE_SALES', 'READ_INVOICES'),
    'Invoice; null for the others.',
    () => Invoice,
    { nullable: true },
  )
  invoice(@Root() { invoiceId }: Attention, @Ctx() { reader }: StaffContext) {
    return reader.find(Invoice, invoiceId);
  }

  @ResolvedFieldFor(readers, 'Job with unread messages; null for the others.', () => Job, {
    nullable: true,
  })
  job(@Root() { jobId }: Attention, @Ctx() { reader }: StaffContext) {
    return reader.find(Job, jobId);
  }

  @ResolvedFieldFor(resenders, 'Failed email; null for the others.', () => OutgoingEmail, {
    nullable: true,
  })
  failedEmail(@Root() { emailId }: Attention, @Ctx() { reader }: StaffContext) {
    return reader.find(OutgoingEmail, emailId);
  }
}
