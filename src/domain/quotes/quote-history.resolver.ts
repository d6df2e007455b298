import { Ctx, Int, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { staffAndClient } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare.js';
import { today } from '../business/business-day.js';
import type { Context, Rooted } from '../context.js';
import { connectionOf } from '../pages.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Quote } from './quote.entity.js';
import { QuoteAnswer } from './quote-answer.entity.js';
import { marginInSql, quoteMargin } from './quote-margin.js';
import { QuoteStatus, statusInSql, statusOn } from './quote-status.js';
import { QuoteVersion } from './quote-version.entity.js';

const readers = whoMay('SEE_QUOTES');

const QuoteAnswerConnection = connectionOf(() => QuoteAnswer, 'QuoteAnswer');

/** Where a quote stands, how it came there, and what is earned on it. */
@Resolver(() => Quote)
export class QuoteHistoryResolver {
  @ResolvedFieldFor(staffAndClient, 'Where it stands.', () => QuoteStatus, {
    needs: ['status', 'validUntil', 'businessId'],
    saidBy: statusInSql,
  })
  status(@Root() quote: Rooted<Quote>, @Ctx() context: Context) {
    return statusNow(quote, context);
  }

  @ResolvedFieldFor(
    readers,
    'Every version that was sent, first sent first; all but the newest are superseded.',
    () => [QuoteVersion],
    { nullable: true },
  )
  versions(@Root() quote: Rooted<Quote>, @Ctx() context: Context) {
    return brought(quote.versions, async () => {
      const versions = await context.reader.children(QuoteVersion, 'quote', quote.id);
      const status = await statusNow(quote, context);
      return versions.map((each) => ({
        ...each,
        status: each.version === quote.version ? status : QuoteStatus.SUPERSEDED,
      }));
    });
  }

  @ResolvedFieldFor(readers, 'What the client said last, if anything.', () => QuoteAnswer, {
    nullable: true,
  })
  answer(@Root() quote: Rooted<Quote>, @Ctx() { reader }: Context) {
    return brought(quote.answer, async () =>
      (await reader.children(QuoteAnswer, 'quote', quote.id)).at(-1),
    );
  }

  @ListFor(
    readers,
    'All that the client said to it, first said first.',
    () => QuoteAnswer,
    'quote',
    { nullable: true },
  )
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

  @ResolvedFieldFor(
    whoMay('SEE_COSTS'),
    'Its price before tax, less what its lines cost the business, in cents.',
    () => Int,
    { nullable: true, saidBy: marginInSql },
  )
  marginCents(@Root() quote: Rooted<Quote>, @Ctx() { reader }: Context) {
    return brought(quote.marginCents, () => reader.lookup(quoteMargin, quote.id));
  }
}

@Resolver(() => QuoteVersion)
export class QuoteVersionResolver {
  @ResolvedFieldFor(readers, 'Where this version stands.', () => QuoteStatus, { nullable: true })
  status(@Root() { status }: { status: QuoteStatus }): QuoteStatus {
    return status;
  }
}

/** Who wrote an answer down. */
@Resolver(() => QuoteAnswer)
export class QuoteAnswerResolver {
  @OneFor(
    readers,
    'Who recorded it for the client; null when the client answered itself.',
    () => StaffMember,
  )
  recordedBy!: Related<StaffMember> | null;
}

/** What was published (it names no business) stays as published; a row of the business can run out. */
function statusNow(quote: Rooted<Quote>, context: Context): QuoteStatus | Promise<QuoteStatus> {
  const canRunOut = quote.status === QuoteStatus.SENT && quote.validUntil && quote.businessId;
  return canRunOut ? today(context).then((day) => statusOn(quote, day)) : quote.status;
}
