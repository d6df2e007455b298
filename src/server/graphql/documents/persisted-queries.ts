import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { AUDIENCES, type Audience } from '../../../visibility/audience.js';
import { invalid, Refusal } from '../../../visibility/refusals.js';

const MB = 1024 * 1024;

/** Memory of one audience's texts; a client sends a text again that was evicted. */
const MAX_BYTES = 2 * MB;
/** Memory of an entry besides its text: hash, links of the list, objects. */
const BYTES_PER_ENTRY = 400;
const SHA256_HEX = /^[0-9a-f]{64}$/;

/** The parts of a GraphQL request that say which text to run. */
export interface PersistedRequest {
  query?: unknown;
  extensions?: Record<string, unknown> | null;
}

/** What a request says of its persisted query. */
export interface Persisted {
  /** Hash under which its text is to be stored. */
  newHash: string | null;
  /** Set if it cannot be run. */
  refusal: Refusal | null;
}

/**
 * Automatic persisted queries of one audience: validated texts by their SHA-256, in memory. Each server has its own,
 * since a client answers PERSISTED_QUERY_NOT_FOUND by sending the text.
 */
export class PersistedQueries {
  readonly #texts = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (text) => 2 * text.length + BYTES_PER_ENTRY,
  });

  /** Returns the text with this hash; undefined if it has not been stored. */
  find(hash: string): string | undefined {
    return this.#texts.get(hash);
  }

  /**
   * Takes the persisted query out of the extensions of a request and puts its text in, if it is known. Returns null for
   * a request without one.
   */
  restore(request: PersistedRequest): Persisted | null {
    const hash = persistedHash(request.extensions);
    if (hash === null) return null;
    const { persistedQuery: _taken, ...extensions } = request.extensions ?? {};
    request.extensions = extensions;
    if (hash === undefined) return { newHash: null, refusal: unusable() };
    if (typeof request.query === 'string') return { newHash: hash, refusal: null };
    const text = this.find(hash);
    if (text === undefined)
      return { newHash: null, refusal: new Refusal('PERSISTED_QUERY_NOT_FOUND') };
    request.query = text;
    return { newHash: null, refusal: null };
  }

  /** Stores a validated text. Returns the refusal if it has another hash, or null. */
  add(hash: string, text: string): Refusal | null {
    if (createHash('sha256').update(text).digest('hex') !== hash)
      return invalid(FIELD, 'The sha256Hash of the persisted query is not that of its text.');
    this.#texts.set(hash, text);
    return null;
  }

  get bytes(): number {
    return this.#texts.calculatedSize;
  }
}

/** A store for each audience, so that none learns of another's queries or fills another's memory. */
export function persistedQueries(): Record<Audience, PersistedQueries> {
  return Object.fromEntries(
    AUDIENCES.map((audience) => [audience, new PersistedQueries()]),
  ) as Record<Audience, PersistedQueries>;
}

/** Returns the hash in the extensions of a request; null if there is none, undefined if it is unusable. */
export function persistedHash(extensions: unknown): string | null | undefined {
  const { persistedQuery = null } = (extensions ?? {}) as Record<string, unknown>;
  if (persistedQuery === null) return null;
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
  return version === 1 && typeof sha256Hash === 'string' && SHA256_HEX.test(sha256Hash)
    ? sha256Hash
    : undefined;
}

const FIELD = 'extensions.persistedQuery';

function unusable(): Refusal {
  return invalid(FIELD, 'A persisted query has version 1 and a sha256Hash of 64 hex digits.');
}
