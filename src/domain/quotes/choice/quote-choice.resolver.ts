import { Resolver, Root } from 'type-graphql';
import { staffAndClient } from '../../../visibility/audience.js';
import { ResolvedFieldFor } from '../../../visibility/declare/fields.js';
import type { Rooted } from '../../common/context.js';
import { QuoteLine } from '../quote-line.entity.js';

type Published = { optional?: boolean; chosen?: boolean };

/** Choice of optional lines. A quote published before lines could be optional has neither field. */
@Resolver(() => QuoteLine)
export class QuoteChoiceResolver {
  @ResolvedFieldFor(
    staffAndClient,
    'Whether the client chooses if it takes this line.',
    () => Boolean,
    {
      columns: ['optional'],
      computedSql: (line) => `${line}.optional`,
      published: ({ optional }: Published) => optional ?? false,
    },
  )
  optional(@Root() line: Rooted<QuoteLine>): boolean {
    return (line as Published).optional ?? false;
  }

  @ResolvedFieldFor(
    staffAndClient,
    'Whether the line is part of the totals: it is not optional, or the client took it when accepting.',
    () => Boolean,
    {
      columns: ['chosen'],
      computedSql: (line) => `${line}.chosen`,
      published: ({ chosen }: Published) => chosen ?? true,
    },
  )
  chosen(@Root() line: Rooted<QuoteLine>): boolean {
    return (line as Published).chosen ?? true;
  }
}
