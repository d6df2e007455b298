import { Ctx, Resolver, Root } from 'type-graphql';
import { staffAndClient } from '../../../visibility/audience.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../../visibility/declare/fields.js';
import { today } from '../../business/business-day.js';
import { ComputedFor, RelatedFor } from '../../common/computed.js';
import { connectionOf } from '../../common/connection.js';
import type { Context, Rooted } from '../../common/context.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../../common/relations.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { QuoteAnswer } from '../answers/quote-answer.entity.js';
import { Quote } from '../quote.entity.js';
import { QuoteStatus, statusInSql, statusOn, versionStatusInSql } from '../quote-status.js';
import { QuoteVersion } from './quote-version.entity.js';

const readers = rolesWith('SEE_QUOTES');

const QuoteAnswerConnection = connectionOf(() => QuoteAnswer, 'QuoteAnswer');

/** Status, versions and answers of a quote. */
@Resolver(() => Quote)
export class QuoteHistoryResolver {
  @ResolvedFieldFor(staffAndClient, 'Quote status.', () => QuoteStatus, {
    columns: ['status', 'validUntil', 'businessId'],
    computedSql: statusInSql,
    // What was published stays as it was.
    published: ({ status }) => status,
  })
  status(@Root() quote: Rooted<Quote>, @Ctx() context: Context) {
    return statusNow(quote, context);
  }

  @HasMany(
    readers,
    'Sent versions, oldest first; all but the newest are superseded.',
    () => QuoteVersion,
    'quote',
    { nullable: true },
  )
  versions!: QuoteVersion[];

  @RelatedFor({
    audiences: readers,
    description:
      'Latest answer of the client; an acceptance that was taken back is only in `answers`.',
    type: () => QuoteAnswer,
    nullable: true,
    parent: () => Quote,
    relationSql: (answer, quote) =>
      `quote_answers ${answer} where ${answer}.quote_id = ${quote}.id
        and ${answer}.undone_at is null order by ${answer}.id desc limit 1`,
  })
  answer!: Related<QuoteAnswer> | null;

  @HasMany(readers, 'Answers of the client, oldest first.', () => QuoteAnswer, 'quote', {
    nullable: true,
  })
  answers!: QuoteAnswer[];

  @PageOf(
    'answers',
    readers,
    () => QuoteAnswerConnection,
    () => QuoteAnswer,
    'quote',
    {
      nullable: true,
    },
  )
  answersPage!: Related<InstanceType<typeof QuoteAnswerConnection>>;
}

@Resolver(() => QuoteVersion)
export class QuoteVersionResolver {
  @ComputedFor({
    audiences: readers,
    description: 'Status of this version.',
    type: () => QuoteStatus,
    record: () => QuoteVersion,
    computedSql: versionStatusInSql,
  })
  status!: QuoteStatus | null;
}

/** Staff members who recorded an answer or took it back. */
@Resolver(() => QuoteAnswer)
export class QuoteAnswerResolver {
  @BelongsTo(
    readers,
    'Staff member who recorded it; null when the client answered.',
    () => StaffMember,
  )
  recordedBy!: Related<StaffMember> | null;

  @BelongsTo(readers, 'Staff member who took back the acceptance.', () => StaffMember)
  undoneBy!: Related<StaffMember> | null;
}

/** Status today. A published quote (without `businessId`) keeps its published status; a live row can expire. */
function statusNow(quote: Rooted<Quote>, context: Context): QuoteStatus | Promise<QuoteStatus> {
  const canExpire = quote.status === QuoteStatus.SENT && quote.validUntil && quote.businessId;
  return canExpire ? today(context).then((day) => statusOn(quote, day)) : quote.status;
}
