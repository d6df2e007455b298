import type { EntityClass } from '@mikro-orm/postgresql';
import { Business } from '../domain/business/business.entity.js';
import { Client } from '../domain/clients/client.entity.js';
import { Enquiry } from '../domain/enquiries/enquiry.entity.js';
import { EnquiryReply } from '../domain/enquiries/enquiry-reply.entity.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { InvoiceLine } from '../domain/invoices/invoice-line.entity.js';
import { Payment } from '../domain/invoices/payment.entity.js';
import { Assignment } from '../domain/jobs/assignment.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { Material } from '../domain/materials/material.entity.js';
import { Message } from '../domain/messages/message.entity.js';
import { Note } from '../domain/notes/note.entity.js';
import { NumberSeries } from '../domain/number-series.entity.js';
import { Photo } from '../domain/photos/photo.entity.js';
import { PhotoUpload } from '../domain/photos/photo-upload.entity.js';
import { Quote } from '../domain/quotes/quote.entity.js';
import { QuoteAnswer } from '../domain/quotes/quote-answer.entity.js';
import { QuoteLine } from '../domain/quotes/quote-line.entity.js';
import { QuoteVersion } from '../domain/quotes/quote-version.entity.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { StaffSession } from '../domain/staff/staff-session.entity.js';
import { Todo } from '../domain/todos/todo.entity.js';
import { Visit } from '../domain/visits/visit.entity.js';
import { MailboxMail } from '../email/mailbox-mail.entity.js';
import { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { PortalLink } from '../portal/portal-link.entity.js';
import { Publication } from '../sharing/publication.entity.js';
import { SharePrompt } from '../sharing/share-prompt.entity.js';

/** Every table of the product, as the class that it is. */
export const RECORDS: EntityClass<unknown>[] = [
  Business,
  StaffMember,
  StaffSession,
  NumberSeries,
  Client,
  Job,
  Visit,
  Assignment,
  Note,
  Todo,
  Quote,
  QuoteLine,
  Invoice,
  InvoiceLine,
  Payment,
  QuoteVersion,
  QuoteAnswer,
  Photo,
  PhotoUpload,
  Material,
  Message,
  Enquiry,
  EnquiryReply,
  SharePrompt,
  Publication,
  PortalLink,
  OutgoingEmail,
  MailboxMail,
];
