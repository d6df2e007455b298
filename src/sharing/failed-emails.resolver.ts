import { Ctx, ID, Resolver, Root } from 'type-graphql';
import type { Context, Rooted } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../domain/pages.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { ArgFor, MutationFor, QueryFor, ResolvedFieldFor } from '../visibility/declare.js';
import { EmailKindEnum } from './email-kind.js';
import { DismissFailedEmailPayload, ResendEmailPayload } from './failed-email.payloads.js';
import { dismissFailedEmail, resendEmail } from './resend-email.js';

const senders = whoMay('SHARE');
const DeliveryConnection = connectionOf(() => OutgoingEmail, 'Delivery');

/** Mails that could not be sent, for those who can do something about it. */
@Resolver(() => OutgoingEmail)
export class FailedEmailsResolver {
  @QueryFor(
    senders,
    'Mails of every kind that failed for good and were not sent again, newest first.',
    () => DeliveryConnection,
  )
  failedEmails(
    @ArgFor(senders, 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(senders, 'after', AFTER, () => String, CURSOR) after: string | null,
    @Ctx() { reader }: Context,
  ) {
    return reader.page(OutgoingEmail, {
      first,
      after,
      where: [{ property: 'status', in: ['FAILED'] }],
      orderBy: { property: 'createdAt', direction: 'desc' },
    });
  }

  @MutationFor(
    senders,
    'Sends a failed mail again, to the address that its recipient has now. It is written anew from the records, and refused when it is no longer true.',
    () => ResendEmailPayload,
  )
  resendEmail(
    @ArgFor(senders, 'id', 'The failed mail.', () => ID) id: string,
    @Ctx() { change, config }: Context,
  ) {
    return change((unit) => resendEmail(unit, config, id));
  }

  @MutationFor(
    senders,
    'Takes a failed mail off the list without sending it.',
    () => DismissFailedEmailPayload,
  )
  dismissFailedEmail(
    @ArgFor(senders, 'id', 'The failed mail.', () => ID) id: string,
    @Ctx() { change }: Context,
  ) {
    return change((unit) => dismissFailedEmail(unit, id));
  }

  @ResolvedFieldFor(senders, 'Subject of the mail.', () => EmailKindEnum, { needs: ['kind'] })
  kind(@Root() { kind }: Rooted<OutgoingEmail>): string {
    return kind;
  }

  @ResolvedFieldFor(senders, 'The job that the mail is about, if it is about one.', () => Job, {
    nullable: true,
    needs: ['jobId'],
  })
  job(@Root() { jobId }: Rooted<OutgoingEmail>, @Ctx() { reader }: Context) {
    return reader.find(Job, jobId);
  }
}
