import { Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { Client } from '../clients/client.entity.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryConnection } from './enquiry.resolver.js';
import { EnquiryReply } from './enquiry-reply.entity.js';

/** Enquiries of a client. */
@Resolver(() => Client)
export class ClientEnquiriesResolver {
  @HasMany(
    rolesWith('ANSWER_ENQUIRIES'),
    'Enquiries from the client, oldest first.',
    () => Enquiry,
    'client',
    { nullable: true },
  )
  enquiries!: Enquiry[];

  @PageOf(
    'enquiries',
    rolesWith('ANSWER_ENQUIRIES'),
    () => EnquiryConnection,
    () => Enquiry,
    'client',
    {
      nullable: true,
    },
  )
  enquiriesPage!: Related<InstanceType<typeof EnquiryConnection>>;
}

/** Author of a reply. */
@Resolver(() => EnquiryReply)
export class EnquiryReplyResolver {
  @BelongsTo(rolesWith('ANSWER_ENQUIRIES'), 'Author.', () => StaffMember)
  author!: Related<StaffMember> | null;
}
