import { Enquiry } from './enquiry.entity.js';
import { EnquiryResolver } from './enquiry.resolver.js';
import { ClientEnquiriesResolver, EnquiryReplyResolver } from './enquiry-relations.resolver.js';
import { EnquiryReply } from './enquiry-reply.entity.js';
import { PublicEnquiryResolver } from './public-form/public-enquiry.resolver.js';

export const enquiries = {
  entities: [Enquiry, EnquiryReply],
  resolvers: [
    EnquiryResolver,
    ClientEnquiriesResolver,
    EnquiryReplyResolver,
    PublicEnquiryResolver,
  ],
};
