import { Ctx, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { EntityClass } from '../../database/sql/rows.js';
import { staffOnly } from '../../visibility/audience.js';
import { wholeNumber } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { Client } from '../clients/client.entity.js';
import { clientsIn } from '../clients/client-lists.js';
import type { Context } from '../common/context.js';
import { optionalLine } from '../common/text.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { JOB_SEARCH } from '../jobs/lists/job-lists.js';
import { Quote } from '../quotes/quote.entity.js';
import { findByText, type SearchChoice } from './find-by-text.js';

@ObjectType({ description: 'What a search found, by kind; null for kinds that you may not list.' })
class SearchResults {}

/** One search over jobs, clients, quotes and invoices. Each kind is for those who may list it. */
@Resolver(() => SearchResults)
export class SearchResolver {
  @QueryFor(
    staffOnly,
    'Jobs, clients, quotes and invoices that have all words of the text, in any order: in number, title, client or address. An exact number comes first, then the newest.',
    () => SearchResults,
  )
  search(
    @ArgFor(staffOnly, 'text', 'Words to search for.', () => String, {
      bound: optionalLine(200),
      about: JOB_SEARCH,
    })
    text: string,
    @ArgFor(staffOnly, 'first', 'Maximum number of each kind, 1 to 20.', () => Int, {
      nullable: true,
      defaultValue: 5,
      bound: wholeNumber(1, 20),
    })
    first: number | null,
  ): SearchChoice {
    return { text, first: first ?? 5 };
  }

  @ResolvedFieldFor(staffOnly, 'Jobs visible to you.', () => [Job], { nullable: true })
  jobs(@Root() choice: SearchChoice, @Ctx() { reader }: Context) {
    return findByText(reader, Job, choice);
  }

  @ResolvedFieldFor(rolesWith('WRITE_SALES'), 'Clients, without archived ones.', () => [Client], {
    nullable: true,
  })
  async clients(@Root() { text, first }: SearchChoice, @Ctx() { reader }: Context) {
    if (!text.trim()) return [];
    const { nodes } = await reader.page(Client, { first, where: clientsIn({ search: text }) });
    return nodes;
  }

  @ResolvedFieldFor(rolesWith('WRITE_SALES'), 'Quotes.', () => [Quote], { nullable: true })
  quotes(@Root() choice: SearchChoice, @Ctx() { reader }: Context) {
    return findByText(reader, Quote as EntityClass<Quote>, choice);
  }

  @ResolvedFieldFor(rolesWith('READ_INVOICES'), 'Invoices.', () => [Invoice], { nullable: true })
  invoices(@Root() choice: SearchChoice, @Ctx() { reader }: Context) {
    return findByText(reader, Invoice, choice);
  }
}
