import { ID, InputType } from 'type-graphql';
import type { Condition } from '../../database/reader/reader.js';
import { DateTimeRange, inTime } from '../../domain/common/lists/ranges.js';
import { ListOf } from '../../visibility/bounds.js';
import { rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { EmailKindEnum } from './email-kind.js';

const senders = rolesWith('SHARE');

@InputType({ description: 'Filter of failed emails; all conditions must hold.' })
export class FailedEmailFilter {
  @ListOf(50)
  @FieldFor(senders, 'Emails of one of these kinds.', () => [EmailKindEnum], {
    nullable: true,
    about: 'Delivery.kind',
  })
  kinds?: string[] | null;

  @FieldFor(rolesWithBoth('SHARE', 'WRITE_SALES'), 'Emails about this job.', () => ID, {
    nullable: true,
    about: 'Delivery.job',
  })
  jobId?: string | null;

  @FieldFor(senders, 'Created in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Delivery.createdAt',
  })
  created?: DateTimeRange | null;
}

export const FailedEmailOrder = {
  NEWEST_FIRST: 'NEWEST_FIRST',
  OLDEST_FIRST: 'OLDEST_FIRST',
} as const;
export type FailedEmailOrder = keyof typeof FailedEmailOrder;
declareEnum(FailedEmailOrder, 'FailedEmailOrder', senders, 'Sort order of failed emails.', {
  NEWEST_FIRST: 'By creation, newest first.',
  OLDEST_FIRST: 'By creation, oldest first.',
});

export function failedEmailsOf({ kinds, jobId, created }: FailedEmailFilter): Condition[] {
  return [
    ...(kinds ? [{ property: 'kind', in: kinds }] : []),
    ...(jobId ? [{ property: 'jobId', in: [jobId] }] : []),
    ...inTime((row) => `${row}.created_at`, created),
  ];
}
