import { GraphQLDateTime } from 'graphql-scalars';
import { InputType } from 'type-graphql';
import type { Condition, ListOrderBy } from '../../database/reader/reader.js';
import type { Audience } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  commonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../common/lists/orders.js';
import { DateTimeRange, inTime } from '../common/lists/ranges.js';
import { OptionalLine } from '../common/text.js';
import { Client } from './client.entity.js';

const writers = rolesWith('WRITE_SALES');

/** Fields that a search of clients reads. */
export const CLIENT_SEARCH =
  'Client.name Client.contactName Client.email Client.phone Client.address';

@InputType({ description: 'Filter of clients; all conditions must hold.' })
export class ClientFilter {
  @OptionalLine(200)
  @FieldFor(
    writers,
    'Words of names, email address, phone number or address, in any order.',
    () => String,
    { nullable: true, about: CLIENT_SEARCH },
  )
  search?: string | null;

  @FieldFor(writers, 'Archived clients instead of the others.', () => Boolean, {
    nullable: true,
    about: 'Client.archivedAt',
  })
  archived?: boolean | null;

  @FieldFor(
    writers,
    'Archived clients, and those merged into another one, besides the others: for following changes.',
    () => Boolean,
    { nullable: true, about: 'Client.archivedAt' },
  )
  includeArchived?: boolean | null;

  @FieldFor(writers, 'Created in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Client.createdAt',
  })
  created?: DateTimeRange | null;

  @FieldFor(writers, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'Client.updatedAt',
  })
  updatedSince?: Date | null;
}

export const ClientOrder = { ...COMMON_ORDERS, NAME: 'NAME' } as const;
export type ClientOrder = keyof typeof ClientOrder;
declareEnum(ClientOrder, 'ClientOrder', writers, 'Sort order of clients.', {
  ...COMMON_ORDER_MEANINGS,
  NAME: 'By name, A to Z.',
});

export function clientOrder(order: ClientOrder, audience: Audience): ListOrderBy {
  return order === 'NAME'
    ? { property: 'name', direction: 'asc' }
    : commonOrder(Client, order, audience);
}

/** Clients that a list shows: current or archived ones, and those that a search finds. */
export function clientsIn(
  choice: Pick<ClientFilter, 'search' | 'archived' | 'includeArchived'>,
): Condition[] {
  return [
    ...(choice.includeArchived && !choice.archived ? [] : currentOrArchived(choice.archived)),
    ...(choice.search ? [{ search: choice.search }] : []),
  ];
}

function currentOrArchived(archived: boolean | null | undefined): Condition[] {
  // A merged client is another one now.
  return [
    archived ? { notNull: 'archivedAt' } : { isNull: 'archivedAt' },
    { isNull: 'mergedIntoId' },
  ];
}

export function clientsOf(filter: ClientFilter, audience: Audience): Condition[] {
  return [
    ...clientsIn(filter),
    ...inTime((row) => `${row}.created_at`, filter.created),
    ...updatedSince(Client, filter.updatedSince, audience),
  ];
}
