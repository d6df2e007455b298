import type { AnyTables } from '../database/any-tables.js';
import type { Letter } from './letter.js';
import type { OutgoingEmailRow } from './outgoing-email.entity.js';

/** What a composer may need beyond the database. */
export interface EmailServices {
  publicUrl: string;
  portalToken(linkId: string): string;
  now(): Date;
}

/** `cancel`: it is no longer true. `wait`: it cannot be said yet. Both with the reason. */
export type Composed = Letter | { cancel: string } | { wait: string };

/**
 * Re-reads what the mail is about and writes it. Asked twice about the same records it must answer
 * the same words, whatever the time: a retry after a crash has to be the identical mail.
 */
export type Compose = (
  db: AnyTables,
  email: OutgoingEmailRow,
  services: EmailServices,
) => Promise<Composed>;

const composers = new Map<string, Compose>();

/** Declares a kind of mail and how it is composed. */
export function defineEmail(kind: string, compose: Compose): void {
  if (composers.has(kind)) throw new Error(`The email ${kind} is defined twice.`);
  composers.set(kind, compose);
}

/** The kinds that are defined, for a list of all of them. */
export function definedKinds(): string[] {
  return [...composers.keys()];
}

/** How mails of this kind are composed. */
export function composerOf(kind: string): Compose {
  const compose = composers.get(kind);
  if (!compose) throw new Error(`No room has defined the email ${kind}.`);
  return compose;
}
