import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import type { EmailAttachment } from '../../email/templates/email-template.js';
import type { PhotoStore } from '../photos/photo-store.js';
import { readDocumentId } from './document-id.js';
import { documentFile } from './documents.js';
import type { Query } from './frozen.js';

/** Makes the attachment of a mail from the ID of a document. */
export function documentAttachments(photos: PhotoStore) {
  return async (
    db: AnyTables,
    businessId: string,
    documentId: string,
  ): Promise<EmailAttachment | null> => {
    const id = readDocumentId(documentId);
    const query: Query = async (sql, values) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(sql, values));
      return rows as never;
    };
    const file = id && (await documentFile(query, photos, { businessId, id, owner: null }));
    return (
      file && {
        filename: file.filename,
        contentType: 'application/pdf',
        base64: Buffer.from(file.bytes).toString('base64'),
      }
    );
  };
}
