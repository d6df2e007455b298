import { staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { Business } from '../business/business.entity.js';
import { Client } from '../clients/client.entity.js';
import { type StampChoices, stampsOf } from '../common/updated-at.js';
import { Enquiry } from '../enquiries/enquiry.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Payment } from '../invoices/payments/payment.entity.js';
import { Job } from '../jobs/job.entity.js';
import { Material } from '../materials/material.entity.js';
import { Message } from '../messages/message.entity.js';
import { Note } from '../notes/note.entity.js';
import { Photo } from '../photos/photo.entity.js';
import { PortalLink } from '../portal-links/portal-link.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Todo } from '../todos/todo.entity.js';
import { Visit } from '../visits/visit.entity.js';

const forAllStaff: StampChoices = { audiences: staffOnly, nullable: true };
const seesCosts = rolesWith('SEE_COSTS');
/** Roles that see who a quote was delivered to and how, and what became of a client. */
const office = rolesWith('WRITE_SALES');
/** Roles that see what is kept in sync. */
const sharers = rolesWith('SHARE');

/** Times of the records that staff read. Migrations 0044 and 0059 have the columns that move each of them. */
export const stamps = {
  entities: [],
  resolvers: [
    stampsOf(Job, {
      ...forAllStaff,
      narrower: { sharing_updated_at: sharers },
      also: 'and of who is assigned to it; its visits, notes and other parts have times of their own',
    }),
    stampsOf(Client, { ...forAllStaff, narrower: { office_updated_at: office } }),
    stampsOf(Quote, {
      audiences: rolesWith('SEE_QUOTES'),
      nullable: true,
      narrower: { office_updated_at: office, costs_updated_at: seesCosts },
      also: 'its lines and answers included',
    }),
    stampsOf(Invoice, {
      audiences: rolesWith('READ_INVOICES'),
      nullable: true,
      also: 'its lines, payments and credits included',
    }),
    stampsOf(Enquiry, {
      audiences: rolesWith('ANSWER_ENQUIRIES'),
      createdAt: 'received_at',
      also: 'its replies included',
    }),
    stampsOf(Visit, { ...forAllStaff, also: 'and of who is assigned to it' }),
    stampsOf(Note, { ...forAllStaff, createdAt: null }),
    stampsOf(Todo, forAllStaff),
    stampsOf(Photo, { ...forAllStaff, createdAt: null }),
    stampsOf(Material, { audiences: staffOnly, narrower: { costs_updated_at: seesCosts } }),
    stampsOf(Message, { ...forAllStaff, createdAt: 'sent_at' }),
    stampsOf(Payment, { audiences: rolesWith('READ_INVOICES'), createdAt: 'recorded_at' }),
    stampsOf(StaffMember, { audiences: staffOnly, narrower: { costs_updated_at: seesCosts } }),
    stampsOf(PortalLink, { audiences: rolesWith('SHARE'), createdAt: null }),
    stampsOf(Business, { ...forAllStaff, narrower: { sharing_updated_at: sharers } }),
  ],
};
