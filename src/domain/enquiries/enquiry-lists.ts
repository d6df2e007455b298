import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType } from 'type-graphql';
import type { Condition } from '../../database/reader/reader.js';
import type { Audience } from '../../visibility/audience.js';
import { ListOf } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  type CommonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../common/lists/orders.js';
import { DateTimeRange, inTime } from '../common/lists/ranges.js';
import { OptionalLine } from '../common/text.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryStatus } from './enquiry-status.js';

const forSales = rolesWith('ANSWER_ENQUIRIES');

/** Fields that a search of enquiries reads. */
const ENQUIRY_SEARCH =
  'Enquiry.name Enquiry.email Enquiry.phone Enquiry.siteAddress Enquiry.message';

@InputType({ description: 'Filter of enquiries; all conditions must hold.' })
export class EnquiryFilter {
  @OptionalLine(200)
  @FieldFor(
    forSales,
    'Words of the name, email address, phone number, address of the site or text, in any order.',
    () => String,
    { nullable: true, about: ENQUIRY_SEARCH },
  )
  search?: string | null;

  @ListOf(20)
  @FieldFor(forSales, 'Enquiries in one of these statuses.', () => [EnquiryStatus], {
    nullable: true,
    about: 'Enquiry.status',
  })
  statuses?: EnquiryStatus[] | null;

  @FieldFor(forSales, 'Enquiries whose sender became this client.', () => ID, {
    nullable: true,
    about: 'Enquiry.client',
  })
  clientId?: string | null;

  @FieldFor(forSales, 'Received in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Enquiry.receivedAt',
  })
  received?: DateTimeRange | null;

  @FieldFor(forSales, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'Enquiry.updatedAt',
  })
  updatedSince?: Date | null;
}

export const EnquiryOrder = { ...COMMON_ORDERS } as const;
export type EnquiryOrder = CommonOrder;
declareEnum(
  EnquiryOrder,
  'EnquiryOrder',
  forSales,
  'Sort order of enquiries.',
  COMMON_ORDER_MEANINGS,
);

export function enquiriesOf(filter: EnquiryFilter, audience: Audience): Condition[] {
  const { search, statuses, clientId, received } = filter;
  return [
    ...(search ? [{ search }] : []),
    ...(statuses ? [{ property: 'status', in: statuses }] : []),
    ...(clientId ? [{ property: 'clientId', in: [clientId] }] : []),
    ...inTime((row) => `${row}.received_at`, received),
    ...updatedSince(Enquiry, filter.updatedSince, audience),
  ];
}
