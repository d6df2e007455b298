import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { digestOf, isSameContent } from '../../shareable/shareable.js';
import type { PublicationReason } from '../publish/publication.entity.js';
import type { ClientView } from '../state/client-view.js';
import type { OwnPageState } from '../state/share-state.js';
import type { OwnPageKind } from './own-page-kind.js';
import { PagePublication } from './page-publication.entity.js';

/** Subject of a page with its newest publication; its quote, or the job of it, must be locked. */
export interface PageToPublish {
  kind: OwnPageKind;
  id: string;
  businessId: string;
  clientId: string;
  page: OwnPageState | null;
}

/** Publishes the next version of the page of a quote or invoice, unless it is the same as the newest. Returns it. */
export function publishPage(
  { em, actor, now }: Unit,
  { kind, id, businessId, clientId, page }: PageToPublish,
  view: ClientView | null,
  reason: PublicationReason,
): OwnPageState {
  if (page && isSameContent(page.view, view)) return page;
  const version = (page?.version ?? 0) + 1;
  em.create(
    PagePublication,
    {
      businessId,
      client: em.getReference(Client, clientId),
      quote: kind === 'QUOTE' ? em.getReference(Quote, id) : null,
      invoice: kind === 'INVOICE' ? em.getReference(Invoice, id) : null,
      version,
      digest: digestOf(view),
      view,
      reason,
      publishedAt: now,
      publishedBy: actor?.kind === 'STAFF' ? em.getReference(StaffMember, actor.staffId) : null,
    },
    { partial: true },
  );
  return { kind, id, version, view };
}
