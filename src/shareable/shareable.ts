import { hash } from 'node:crypto';
import type { EntityClass, Row } from '../database/sql/rows.js';
import { cutText } from '../visibility/cut-text.js';
import type { Json } from '../visibility/projection.js';

/**
 * Registry of what can be shared. Nouns of `domain` declare here how they are shared; `sharing` reads the
 * registry and names no noun.
 */

/** The kinds of shareable items with their meaning, in the order in which a prompt lists them. */
export const SHARE_ITEM_MEANINGS = {
  SCHEDULE: 'All visits together.',
  STATUS: 'How far the job is.',
  QUOTE: 'One quote that was sent.',
  INVOICE: 'One invoice that was sent.',
  NOTE: 'One note that is not internal.',
  TODO: 'One to-do.',
  PHOTO: 'One photo whose toggle is on.',
} as const;
export type ShareItemKind = keyof typeof SHARE_ITEM_MEANINGS;
export const SHARE_ITEM_KINDS = Object.keys(SHARE_ITEM_MEANINGS) as ShareItemKind[];

/** How a business formats dates and amounts. */
export interface Place {
  timeZone: string;
  currency: string;
  dateOrder: 'DAY_MONTH_YEAR' | 'MONTH_DAY_YEAR' | 'YEAR_MONTH_DAY';
  /** Code of the language (`texts/languages.ts`); default: English. */
  language?: string | null;
  /** Today's calendar day at the business, such as 2026-03-31. */
  today?: string;
}

/** Rows of a noun that is shared as one item, as the client sees them. */
export interface ShareGroup<V> {
  listed: V[];
  /** Inactive rows that the client knew of. */
  former: V[];
}

/** A row of the noun with its parts. */
export type ShareableRow<E> = Row<E> & Record<string, unknown>;

export interface ShareableDeclaration<E> {
  kind: ShareItemKind;
  /** Field of the client's Job that lists it. */
  field: string;
  /** All rows together are one item (the schedule), instead of one item per row. */
  singleItem?: boolean;
  /** False for a row that is no longer listed, such as a cancelled visit. Default: all rows are active. */
  isActive?(row: ShareableRow<E>): boolean;
  /** Required with `singleItem`: how changes of the group are shown to the client. */
  group?: GroupDeclaration;
  /**
   * Null when the row may be shared with the job's client; otherwise one sentence with the reason and, after a
   * semicolon, what to do about it.
   */
  hiddenReason(row: ShareableRow<E>, job: { clientId: string | null }): string | null;
  /**
   * Like `hiddenReason`, but only for a row that the client does not see yet; a row that is shared already stays.
   * `today` is the calendar day at the business, such as 2026-03-31.
   */
  newItemHiddenReason?(row: ShareableRow<E>, today: string): string | null;
  /** Short name of the item in prompts and emails. */
  label(row: ShareableRow<E>, language?: string | null): string;
  /** The content in words, for the before and after of a prompt. */
  summary(row: ShareableRow<E>, place: Place): string;
  /** Description of a change in an email. Default: the label and "(changed)". */
  news?(now: ShareableRow<E>, before: ShareableRow<E>, place: Place): string;
  /** Preselected in a job's first prompt. */
  preselected?: boolean;
  /** On a shared job, a row is published or withdrawn without a prompt as soon as `hiddenReason` changes. */
  autoPublish?: boolean;
  /** On a shared job, a shown row is withdrawn without a prompt as soon as it has a `hiddenReason`. */
  withdrawnWhenHidden?: boolean;
  /** On a job that is kept in sync, changes of shared rows are published without a prompt. */
  canKeepInSync?: boolean;
  /** Changes the entity when a share deselects it. */
  unticked?(entity: E): void;
  /** Fields that are published without a prompt as soon as they change on a shared row. */
  publishesFieldsAtOnce?: string[];
  /**
   * Fields (of a part: `lines.chosen`) that are published without a prompt by the change that writes them on a shared
   * row, while the field `within` is as the client sees it, such as the version. What else changed needs a review.
   */
  publishesWhenWritten?: { fields: string[]; within: string };
  /**
   * Sent on its own, a row has a page of its own while its job is not shared. There is no review of that page: of a row
   * that may be shown, the fields that a change writes are published at once, or only `publishesFieldsAtOnce`.
   */
  ownPage?: { publishes: 'WRITTEN_FIELDS' | 'FIELDS_AT_ONCE' };
}

/** Of a noun that is shared as one item. */
interface GroupDeclaration {
  /** Field of the client's Job that lists inactive rows. */
  formerField: string;
  /** The group as the client sees it, given what it saw before. */
  besideKnown(now: ShareGroup<never>, known: ShareGroup<never>): ShareGroup<unknown>;
  /** The whole group in words; with `before`, differences are worded as changes. */
  summary(now: ShareGroup<never>, before: ShareGroup<never> | null, place: Place): string;
  /** Only the differences from `before`, in words. */
  news(now: ShareGroup<never>, before: ShareGroup<never>, place: Place): string;
  /** Until when it matters that a client who knows the group as `known` has a time that is no longer true; null if all are. */
  outdatedUntil(now: ShareGroup<never>, known: ShareGroup<never>): Date | null;
}

/** How rows of another table (lines, payments) are part of a shareable row. */
interface PartDeclaration<E> {
  /** Kind of the noun that it is part of. */
  of: ShareItemKind;
  /** Field of the noun that lists the parts. */
  field: string;
  /** Property of the part that refers to the noun. */
  by: string;
  /** SQL condition that limits the parts; `row` is their alias. */
  where?(row: string): string;
  /** ID of the job, so that the change watcher sees a change of a part. */
  jobId(part: E): string | null | undefined;
}

interface RegisteredPart extends Pick<PartDeclaration<unknown>, 'by' | 'where'> {
  record: () => EntityClass;
}

export interface ShareableJobDeclaration {
  /** Fields that are part of every share. */
  details: string[];
  label(language?: string | null): string;
  statusLabel(status: string, language?: string | null): string;
  /** On a job that is kept in sync, a shared status is updated without a prompt. */
  canKeepInSync?: boolean;
  /** Fields of the client's view that are computed from the rest of it. */
  derive(view: Record<string, Json>): Record<string, Json>;
}

export type RegisteredShareable = ShareableDeclaration<unknown> & {
  record: EntityClass;
  /** By field, in alphabetical order: the order of a publication's JSON must not depend on imports. */
  readonly parts: Record<string, RegisteredPart>;
};

type JobIdOf = (entity: never) => string | null | undefined;

const shareables = new Map<ShareItemKind, RegisteredShareable>();
let inOrder: RegisteredShareable[] = [];
const parts = new Map<ShareItemKind, [string, RegisteredPart][]>();
const watched = new Map<EntityClass, JobIdOf>();
const neverShared = new Set<EntityClass>();
let sharedJob: (ShareableJobDeclaration & { record: EntityClass }) | undefined;

/** Declares that a noun of a job can be shared with its client. */
export function Shareable<E>(declaration: ShareableDeclaration<E>): ClassDecorator {
  return (target) => {
    const entity = target as unknown as EntityClass;
    shareables.set(declaration.kind, {
      ...declaration,
      record: entity,
      // A getter: parts are declared after their noun, which they import.
      get parts() {
        return partsOf(declaration.kind);
      },
    });
    watched.set(entity, (row: { job?: { id: string } | null }) => row.job?.id);
  };
}

/** Declares the job itself: its status is an item, and its details are part of every share. */
export function ShareableJob(declaration: ShareableJobDeclaration): ClassDecorator {
  return (target) => {
    const entity = target as unknown as EntityClass;
    sharedJob = { ...declaration, record: entity };
    watched.set(entity, (job: { id: string }) => job.id);
  };
}

/** Declares rows that are part of a shareable noun. */
export function PartOfShareable<E>(declaration: PartDeclaration<E>): ClassDecorator {
  const { of, field, by, where, jobId } = declaration;
  return (target) => {
    const entity = target as unknown as EntityClass;
    parts.set(of, [...(parts.get(of) ?? []), [field, { record: () => entity, by, where }]]);
    watched.set(entity, jobId as JobIdOf);
  };
}

/** Declares that an entity is never part of a share. */
export function NeverShared(): ClassDecorator {
  return (target) => {
    neverShared.add(target as unknown as EntityClass);
  };
}

export function allShareables(): readonly RegisteredShareable[] {
  // Nouns are declared while modules load; the list is rebuilt until it is complete.
  if (inOrder.length !== shareables.size)
    inOrder = SHARE_ITEM_KINDS.flatMap((kind) => shareables.get(kind) ?? []);
  return inOrder;
}

/** The noun of a kind; undefined for kinds that are not rows of a noun, such as the status. */
export function shareableOf(kind: string | undefined): RegisteredShareable | undefined {
  return shareables.get(kind as ShareItemKind);
}

function partsOf(kind: ShareItemKind): Record<string, RegisteredPart> {
  const sorted = (parts.get(kind) ?? []).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** The declaration of the job. Throws when none was declared. */
export function sharedJobDeclaration() {
  if (!sharedJob) throw new Error('No entity is declared as ShareableJob.');
  return sharedJob;
}

/** Function from a changed entity to the ID of its job; undefined when the entity is never shared. */
export function watchedEntity(entity: EntityClass): JobIdOf | undefined {
  return watched.get(entity);
}

/** Throws at boot when an entity does not declare whether it can be shared. */
export function checkEveryEntityDeclared(entities: EntityClass[]): void {
  const undeclared = entities.filter((entity) => !watched.has(entity) && !neverShared.has(entity));
  if (undeclared.length === 0) return;
  throw new Error(
    `${undeclared.map(({ name }) => name).join(', ')} must be declared Shareable, PartOfShareable or NeverShared.`,
  );
}

/** A field name in words: siteAddress is "Site address". */
export function fieldSummary(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first line of a text, cut to 60 characters, for a label. */
export function truncated(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return cutText(line, 60);
}

/** Whether two contents are equal, without computing their digests. */
export function isSameContent(one: Json, other: Json): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** SHA-256 of a JSON value, in hex. Depends on the order of its keys. */
export function digestOf(content: Json): string {
  return hash('sha256', JSON.stringify(content));
}
