import { buffer } from 'node:stream/consumers';
import { logoIdIn } from '../business/logo.js';
import type { PhotoStore } from '../photos/photo-store.js';
import { readDocument } from './document.js';
import type { DocumentId } from './document-id.js';
import type { Query } from './frozen.js';
import { render } from './render.js';

/** A document as a file. */
export interface DocumentFile {
  filename: string;
  bytes: Uint8Array;
}

/** Who asks for which document of which business. */
export interface DocumentRequest {
  businessId: string;
  id: DocumentId;
  /** Person for whom it is rendered; bounds what one person can ask for at once. Null: a mail, which is never refused. */
  owner: string | null;
}

/**
 * The PDF of a document, from frozen content that `query` may read; null if there is none. The caller must have
 * checked that its principal may see it. Throws RATE_LIMITED when too many wait.
 */
export async function documentFile(
  query: Query,
  photos: PhotoStore,
  { businessId, id, owner }: DocumentRequest,
): Promise<DocumentFile | null> {
  const document = await readDocument(query, businessId, id);
  if (!document) return null;
  const logo = await logoBytes(photos, businessId, document.logoUrl);
  const bytes = await render({ businessId, owner }, { ...document.printed, logo });
  return { filename: document.filename, bytes };
}

/** The logo as it was; null when there was none or its file is gone. */
async function logoBytes(
  photos: PhotoStore,
  businessId: string,
  logoUrl: string | null,
): Promise<Uint8Array | null> {
  const id = logoIdIn(logoUrl);
  if (!id) return null;
  const name = { businessId, id };
  if ((await photos.lengthOf(name, 'thumbnail')) === null) return null;
  return buffer(await photos.read(name, 'thumbnail'));
}
