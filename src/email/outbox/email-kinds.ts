import type { AnyTables } from '../../database/sql/any-tables.js';
import type { EmailTemplate } from '../templates/email-template.js';
import type { OutgoingEmailRow } from './outgoing-email.entity.js';

/** Dependencies of composers besides the database. */
export interface EmailServices {
  publicUrl: string;
  portalToken(linkId: string): string;
  /** Token of a link to staff (`database/tokens.ts`). */
  mailedToken(purpose: string, id: string): string;
  setupToken(linkId: string): string;
  now(): Date;
}

/** The mail, or a reason to `cancel` it (outdated) or to `wait` (not ready yet). */
type Composed = EmailTemplate | { cancel: string } | { wait: string };

/**
 * Composes a mail from the current rows. Must be deterministic and independent of the time: a retry after a crash
 * must produce the identical mail.
 */
export type Compose = (
  db: AnyTables,
  email: OutgoingEmailRow,
  services: EmailServices,
) => Promise<Composed>;

const composers = new Map<string, Compose>();

/** Registers the composer of a kind of mail. Throws when the kind is registered already. */
export function defineEmail(kind: string, compose: Compose): void {
  if (composers.has(kind)) throw new Error(`The email ${kind} is defined twice.`);
  composers.set(kind, compose);
}

/** All registered kinds. */
export function definedKinds(): string[] {
  return [...composers.keys()];
}

/** The composer of a kind. Throws when the kind is not registered. */
export function composerOf(kind: string): Compose {
  const compose = composers.get(kind);
  if (!compose) throw new Error(`The email ${kind} is not defined.`);
  return compose;
}
