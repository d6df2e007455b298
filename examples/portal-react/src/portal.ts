import { gql, type TypedDocumentNode } from '@apollo/client';

export interface Portal {
  business: Business;
  client: { id: string; name: string };
  messagesEnabled: boolean;
  messages: Message[] | null;
  job: Job | null;
  /** Where the link shows a quote or an invoice only. */
  quote: Quote | null;
  invoice: Invoice | null;
}

export interface Business {
  name: string;
  phoneNational: string | null;
  phoneUri: string | null;
  timeZone: string;
  currency: string;
  signedLogoUrl: string | null;
}

export interface Job {
  id: string;
  title: string;
  description: string | null;
  siteAddress: string | null;
  status: string | null;
  visits: { id: string; startsAt: string; endsAt: string; movedFrom: string | null }[];
  todos: { id: string; title: string; done: boolean }[];
  notes: { id: string; body: string; createdAt: string }[];
  photos: Photo[];
  quotes: Quote[] | null;
  invoices: Invoice[] | null;
}

export interface Photo {
  id: string;
  caption: string | null;
  signedThumbnailUrl: string | null;
  signedDisplayUrl: string | null;
}

export interface Quote {
  id: string;
  number: number;
  version: number;
  title: string;
  status: string;
  validUntil: string | null;
  answeredBy: string | null;
  totalCents: number;
  signedDocumentUrl: string | null;
  lines: {
    id: string;
    description: string;
    optional: boolean;
    chosen: boolean;
    netCents: number;
  }[];
}

export interface Invoice {
  id: string;
  number: number;
  title: string;
  status: string;
  dueOn: string | null;
  totalCents: number;
  owedCents: number;
  signedDocumentUrl: string | null;
}

export interface Message {
  id: string;
  from: 'BUSINESS' | 'CLIENT';
  body: string;
  sentAt: string;
}

const QUOTE = gql`
  fragment QuoteParts on Quote {
    id number version title status validUntil answeredBy totalCents signedDocumentUrl
    lines { id description optional chosen netCents }
  }
`;

const PAGE = gql`
  ${QUOTE}
  fragment InvoiceParts on Invoice {
    id number title status dueOn totalCents owedCents signedDocumentUrl
  }
  fragment Page on Portal {
    business { name phoneNational phoneUri timeZone currency signedLogoUrl }
    client { id name }
    messagesEnabled
    messages { id from body sentAt }
    job {
      id title description siteAddress status
      visits { id startsAt endsAt movedFrom }
      todos { id title done }
      notes { id body createdAt }
      photos { id caption signedThumbnailUrl signedDisplayUrl }
      quotes { ...QuoteParts }
      invoices { ...InvoiceParts }
    }
    quote { ...QuoteParts }
    invoice { ...InvoiceParts }
  }
`;

export const PORTAL: TypedDocumentNode<{ portal: Portal | null }> = gql`
  ${PAGE}
  query Portal { portal { ...Page } }
`;

export const PORTAL_CHANGED: TypedDocumentNode<{ portalChanged: Portal }> = gql`
  ${PAGE}
  subscription PortalChanged { portalChanged { ...Page } }
`;

export const ACCEPT: TypedDocumentNode<
  { acceptQuote: { quote: Quote | null } },
  { quoteId: string; version: number; name: string }
> = gql`
  ${QUOTE}
  mutation AcceptQuote($quoteId: ID!, $version: Int!, $name: String!) {
    acceptQuote(quoteId: $quoteId, version: $version, name: $name) { quote { ...QuoteParts } }
  }
`;

export const SEND: TypedDocumentNode<
  { sendMessage: { message: Message } },
  { jobId: string; body: string }
> = gql`
  mutation SendMessage($jobId: ID!, $body: String!) {
    sendMessage(jobId: $jobId, body: $body) { message { id from body sentAt } }
  }
`;

export const VIEWED: TypedDocumentNode<{ recordPortalView: boolean }> = gql`
  mutation Viewed { recordPortalView }
`;
