import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { ResolvedFieldFor } from '../../visibility/declare.js';
import { Client } from '../clients/client.entity.js';
import type { Context, Rooted } from '../context.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryReply } from './enquiry-reply.entity.js';

/** What a client asked before it was one. */
@Resolver(() => Client)
export class ClientEnquiriesResolver {
  @ResolvedFieldFor(
    whoMay('WRITE_SALES'),
    'Enquiries that the client sent, first sent first.',
    () => [Enquiry],
    { nullable: true },
  )
  enquiries(@Root() client: Rooted<Client>, @Ctx() { reader }: Context) {
    return brought(client.enquiries, () => reader.children(Enquiry, 'client', client.id));
  }
}

/** Who wrote a reply. */
@Resolver(() => EnquiryReply)
export class EnquiryReplyResolver {
  @ResolvedFieldFor(whoMay('WRITE_SALES'), 'Who wrote it.', () => StaffMember, { nullable: true })
  author(@Root() reply: Rooted<EnquiryReply>, @Ctx() { reader }: Context) {
    return brought(reply.author, () => reader.find(StaffMember, reply.authorId));
  }
}
