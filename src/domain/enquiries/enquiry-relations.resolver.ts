import { Resolver } from 'type-graphql';
import { Client } from '../clients/client.entity.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryConnection } from './enquiry.resolver.js';
import { EnquiryReply } from './enquiry-reply.entity.js';

/** What a client asked before it was one. */
@Resolver(() => Client)
export class ClientEnquiriesResolver {
  @ListFor(
    whoMay('WRITE_SALES'),
    'Enquiries that the client sent, first sent first.',
    () => Enquiry,
    'client',
    { nullable: true },
  )
  enquiries!: Enquiry[];

  @PageOf(
    'enquiries',
    whoMay('WRITE_SALES'),
    () => EnquiryConnection,
    () => Enquiry,
    'client',
    {
      nullable: true,
    },
  )
  enquiriesPage!: Related<InstanceType<typeof EnquiryConnection>>;
}

/** Who wrote a reply. */
@Resolver(() => EnquiryReply)
export class EnquiryReplyResolver {
  @OneFor(whoMay('WRITE_SALES'), 'Who wrote it.', () => StaffMember)
  author!: Related<StaffMember> | null;
}
