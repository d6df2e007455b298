import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { businessOf } from '../../../domain/business/business-of.js';
import {
  type DocumentId,
  documentPath,
  readDocumentId,
} from '../../../domain/documents/document-id.js';
import {
  invoicePath,
  quotePath,
  receiptPath,
  type Versioned,
} from '../../../domain/documents/document-paths.js';
import { documentFile } from '../../../domain/documents/documents.js';
import { Invoice } from '../../../domain/invoices/invoice.entity.js';
import { Quote } from '../../../domain/quotes/quote.entity.js';
import type { Principal } from '../../../visibility/principal.js';
import { notFound } from '../../../visibility/refusals.js';
import { newOperation, type Services } from '../../graphql/context.js';
import { contextFor } from '../../graphql/operation-context.js';
import { allowUseElsewhere, authenticateAgain, authenticateFiles } from './file-access.js';

type DocumentRequest = FastifyRequest<{ Params: { file: string } }>;

/** GET /documents/<id>.pdf: quotes, invoices and receipts as PDF. */
export function documentRoutes(services: Services): FastifyPluginAsync {
  return async (http) => {
    authenticateFiles(http, services);
    http.route<{ Params: { file: string } }>({
      method: ['GET', 'HEAD'],
      url: '/documents/:file',
      handler: (request, reply) => sendDocument(services, request, reply),
    });
  };
}

/**
 * Sends a document to callers who see the field with its address: staff for every sent version, a client for the one in
 * its newest publication. Both are read on every request, before and after the file is made, so a document is gone when the
 * quote or invoice is.
 */
async function sendDocument(services: Services, request: DocumentRequest, reply: FastifyReply) {
  const [, name = ''] = request.params.file.match(/^(.+)\.pdf$/) ?? [];
  const id = readDocumentId(name);
  const { principal } = request.authenticated;
  const businessId = businessOf(principal);
  if (!id || !businessId || !(await maySee(services, request, id))) throw notFound();
  const isClient = principal.kind === 'CLIENT';
  const db = isClient ? services.portalDb : services.db;
  const file = await documentFile((sql, values) => db.rows(sql, values), services.photos, {
    businessId,
    id,
    owner: ownerOf(principal),
  });
  if (!file) throw notFound();
  // It may have waited long for others, and the portal may have been switched off meanwhile.
  await authenticateAgain(services, request);
  if (!(await maySee(services, request, id))) throw notFound();
  allowUseElsewhere(request, reply);
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${file.filename}"`)
    .header('content-length', file.bytes.length);
  return request.method === 'HEAD' ? reply.send() : reply.send(Buffer.from(file.bytes));
}

async function maySee(
  services: Services,
  request: DocumentRequest,
  id: DocumentId,
): Promise<boolean> {
  const { authenticated } = request;
  const { audience, kind } = authenticated.principal;
  const { type, field, entity, path } = ADDRESSES[id.kind];
  if (!services.policy.allows(audience, type, field)) return false;
  const { reader } = contextFor({
    services,
    authenticated,
    caller: request,
    operation: newOperation(),
  });
  const found = await reader.find<Quote | Invoice>(entity, id.subjectId);
  return found !== null && (kind === 'STAFF' || path(found as Versioned) === documentPath(id));
}

const OF_QUOTE = { type: 'Quote', field: 'documentUrl', entity: Quote, path: quotePath };
const OF_INVOICE = { type: 'Invoice', entity: Invoice };
/** The field with the address of each kind of document. */
const ADDRESSES = {
  quote: OF_QUOTE,
  'accepted-quote': OF_QUOTE,
  invoice: { ...OF_INVOICE, field: 'documentUrl', path: invoicePath },
  receipt: { ...OF_INVOICE, field: 'receiptUrl', path: receiptPath },
};

function ownerOf(principal: Principal): string {
  if (principal.kind === 'STAFF') return principal.staffId;
  return principal.kind === 'CLIENT' ? (principal.link?.linkId ?? '') : '';
}
