/** Kinds of documents, as they begin their IDs. */
const DOCUMENT_KINDS = ['quote', 'accepted-quote', 'invoice', 'receipt'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Names one document: a sent version of a quote or an invoice, an acceptance of that version, or its receipt. */
export interface DocumentId {
  kind: DocumentKind;
  /** ID of the quote or of the invoice. */
  subjectId: string;
  version: number;
}

const ID = new RegExp(
  `^(${DOCUMENT_KINDS.join('|')})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\\d{0,8})$`,
);

/** ID of a document in addresses and in queued mails, such as `quote-<uuid>-2`. */
export function documentId({ kind, subjectId, version }: DocumentId): string {
  return `${kind}-${subjectId}-${version}`;
}

/** Reads an ID; null when it is none. */
export function readDocumentId(id: string): DocumentId | null {
  const [, kind, subjectId, version] = id.match(ID) ?? [];
  if (!kind || !subjectId) return null;
  return { kind: kind as DocumentKind, subjectId, version: Number(version) };
}

/** URL path of a document. */
export function documentPath(id: DocumentId): string {
  return `/documents/${documentId(id)}.pdf`;
}
