import { Ctx, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs, PageFor } from '../../domain/common/connection.js';
import type { Context, Rooted } from '../../domain/common/context.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { deliveryReaders, OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { FieldFor, ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { EmailKindEnum } from './email-kind.js';
import { FailedEmailFilter, FailedEmailOrder, failedEmailsOf } from './failed-email-lists.js';
import { dismissFailedEmail, resendEmail } from './resend-email.js';

const senders = rolesWith('SHARE');
const DeliveryConnection = connectionOf(() => OutgoingEmail, 'Delivery');

@ObjectType({ description: 'Result of resendEmail.' })
class ResendEmailPayload {
  @FieldFor(senders, 'New email, which replaces the failed one.', () => OutgoingEmail)
  delivery!: OutgoingEmail;
}

@ObjectType({ description: 'Result of dismissFailedEmail.' })
class DismissFailedEmailPayload {
  @FieldFor(senders, 'Cancelled email.', () => OutgoingEmail)
  delivery!: OutgoingEmail;
}

/** Emails that could not be sent, for staff who may share. */
@Resolver(() => OutgoingEmail)
export class FailedEmailsResolver {
  @QueryFor(
    senders,
    'Emails of every kind that failed permanently and were not sent again, newest first.',
    () => DeliveryConnection,
    { reads: () => OutgoingEmail },
  )
  failedEmails(
    @PageFor(senders) page: PageArgs,
    @ArgFor(senders, 'filter', 'Filter.', () => FailedEmailFilter, { nullable: true })
    filter: FailedEmailFilter | null,
    @ArgFor(senders, 'orderBy', 'Sort order.', () => FailedEmailOrder, {
      nullable: true,
      defaultValue: FailedEmailOrder.NEWEST_FIRST,
      about: 'Delivery.createdAt',
    })
    orderBy: FailedEmailOrder | null,
    @Ctx() { reader }: Context,
  ) {
    const direction = orderBy === FailedEmailOrder.OLDEST_FIRST ? 'asc' : 'desc';
    return reader.page(OutgoingEmail, {
      ...page,
      where: [{ property: 'status', in: ['FAILED'] }, ...failedEmailsOf(filter ?? {})],
      orderBy: { property: 'createdAt', direction },
    });
  }

  @MutationFor(
    senders,
    "Sends a failed email again, with current content and to the recipient's current address. Refused if its content no longer applies.",
    () => ResendEmailPayload,
  )
  resendEmail(
    @ArgFor(senders, 'id', 'ID of the failed email.', () => ID) id: string,
    @Ctx() { change, config }: Context,
  ) {
    return change((unit) => resendEmail(unit, config, id));
  }

  @MutationFor(
    senders,
    'Removes a failed email from the list without sending it.',
    () => DismissFailedEmailPayload,
  )
  dismissFailedEmail(
    @ArgFor(senders, 'id', 'ID of the failed email.', () => ID) id: string,
    @Ctx() { change }: Context,
  ) {
    return change((unit) => dismissFailedEmail(unit, id));
  }

  @ResolvedFieldFor(deliveryReaders, 'Email kind.', () => EmailKindEnum, { columns: ['kind'] })
  kind(@Root() { kind }: Rooted<OutgoingEmail>): string {
    return kind;
  }

  @ResolvedFieldFor(
    deliveryReaders,
    'Job that the email is about; null if it is about none.',
    () => Job,
    {
      nullable: true,
      columns: ['jobId'],
    },
  )
  job(@Root() { jobId }: Rooted<OutgoingEmail>, @Ctx() { reader }: Context) {
    return reader.find(Job, jobId);
  }
}
