import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Audience } from '../../../visibility/audience.js';

const KB = 1024;
const MB = 1024 * KB;

/** Maximum memory of parsed documents, over all audiences; the least recently used are evicted. */
const MAX_DOCUMENT_BYTES = 64 * MB;

/** Memory of a parsed document per token, measured: 400 to 480 bytes, since graphql-js keeps tokens and locations. */
const BYTES_PER_TOKEN = 480;

export function bytesOfDocument({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens += 1;
  return tokens * BYTES_PER_TOKEN;
}

/** Parsed and validated documents of one audience, by text. */
export interface Documents {
  get(text: string): DocumentNode | undefined;
  set(text: string, document: DocumentNode): void;
}

/** Cache of the parsed and validated documents of all audiences, with one memory limit. */
export class DocumentMemory {
  readonly #documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_DOCUMENT_BYTES,
    sizeCalculation: bytesOfDocument,
  });

  documentsOf(audience: Audience): Documents {
    const documents = this.#documents;
    return {
      get: (text) => documents.get(`${audience} ${text}`),
      set: (text, document) => {
        documents.set(`${audience} ${text}`, document);
      },
    };
  }

  get bytes(): number {
    return this.#documents.calculatedSize;
  }
}
