import { Enquiry } from './enquiry.entity.js';
import { EnquiryResolver } from './enquiry.resolver.js';
import { ClientEnquiriesResolver, EnquiryReplyResolver } from './enquiry-relations.resolver.js';
import { EnquiryReply } from './enquiry-reply.entity.js';
import { EnquiryPhoto } from './photos/enquiry-photo.entity.js';
import { EnquiryPhotoResolver, EnquiryPhotosResolver } from './photos/enquiry-photos.resolver.js';
import { PublicEnquiryResolver } from './public-form/public-enquiry.resolver.js';

export const enquiries = {
  entities: [Enquiry, EnquiryReply, EnquiryPhoto],
  resolvers: [
    EnquiryResolver,
    ClientEnquiriesResolver,
    EnquiryReplyResolver,
    PublicEnquiryResolver,
    EnquiryPhotosResolver,
    EnquiryPhotoResolver,
  ],
};
