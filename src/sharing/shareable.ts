import { createHash } from 'node:crypto';
import type { RecordClass, Row } from '../database/rows.js';
import { cutText } from '../visibility/cut-text.js';
import type { Json } from '../visibility/projection.js';

/**
 * The only file of this room that the trade's nouns import. Here a noun says how it may be shared,
 * and sharing learns of nouns from here alone: it names none of them.
 */

export const SHARE_ITEM_KINDS = [
  'SCHEDULE',
  'STATUS',
  'QUOTE',
  'INVOICE',
  'NOTE',
  'TODO',
  'PHOTO',
] as const;
export type ShareItemKind = (typeof SHARE_ITEM_KINDS)[number];

/** Where a business is, for saying dates and money in its own way. */
export interface Place {
  timeZone: string;
  currency: string;
  /** The business's calendar day on which it is said, such as 2026-03-31. */
  today?: string;
}

/** The rows of a noun that is shared as one item, as the client has them. */
export interface ShareGroup<V> {
  listed: V[];
  /** Rows that are over and that the client knew of. */
  former: V[];
}

/** A row of the noun, with its parts, as the database answered it. */
export type ShareableRow<E> = Row<E> & Record<string, unknown>;

export interface ShareableDeclaration<E> {
  kind: ShareItemKind;
  /** The field of the client's Job in which it stands. */
  field: string;
  /** All rows together are one item (the schedule), instead of one item a row. */
  asOne?: boolean;
  /** Rows that are no longer listed, but count as having been there. */
  stillListed?(row: ShareableRow<E>): boolean;
  /** For a noun whose rows are one item: how the client is told what became of rows that it knew. */
  group?: GroupDeclaration;
  /**
   * Null when it may be offered to the job's client; otherwise one sentence that says why not and,
   * after a semicolon, what to do about it.
   */
  offer(row: ShareableRow<E>, job: { clientId: string | null }): string | null;
  /**
   * The same for a client who does not have it yet: what is shown already may stay. `today` is the
   * business's calendar day, such as 2026-03-31.
   */
  offerAnew?(row: ShareableRow<E>, today: string): string | null;
  label(row: ShareableRow<E>): string;
  /** What it says, in words, for before and after. */
  words(row: ShareableRow<E>, place: Place): string;
  /** What a mail says of a change of it; its label and that it changed, when left out. */
  news?(now: ShareableRow<E>, before: ShareableRow<E>, place: Place): string;
  /** Pre-ticked on a job's first prompt. */
  tickedAtFirst?: boolean;
  /** Once the job is shared, being offered (or no longer) publishes at once, without a prompt. */
  publishesAtOnce?: boolean;
  /** On a job that is kept in sync, what the client has of it changes without a prompt. */
  canKeepInSync?: boolean;
  /** What being left unticked in a share means for the record itself. */
  unticked?(record: E): void;
  /** Rows below it that are part of what is shared. */
  parts?: Record<string, PartDeclaration>;
  /** On a shared job these fields of what the client has follow at once, without a prompt. */
  publishesFieldsAtOnce?: string[];
}

/** Of a noun that is shared as one item; `V` is a row as the client has it. */
export interface GroupDeclaration {
  /** The field of the client's Job that lists rows which are over. */
  formerField: string;
  /** What the client is shown, beside what it has now. */
  besideKnown(now: ShareGroup<never>, known: ShareGroup<never>): ShareGroup<unknown>;
  /** All of it in words; beside an earlier one, what differs reads as a change. */
  words(now: ShareGroup<never>, before: ShareGroup<never> | null, place: Place): string;
  /** Only what differs from an earlier one. */
  news(now: ShareGroup<never>, before: ShareGroup<never>, place: Place): string;
}

export interface PartDeclaration {
  record: () => RecordClass;
  /** Property of the part that names the record it belongs to. */
  by: string;
  /** SQL that only some of them meet; `row` is what the part goes by. */
  where?(row: string): string;
}

export interface ShareableJobDeclaration {
  /** Fields that go out with every share. */
  details: string[];
  label: string;
  words(status: string): string;
  /** On a job that is kept in sync, the status that the client has changes without a prompt. */
  canKeepInSync?: boolean;
  /** Fields of the client's view that follow from the rest of it. */
  derive(view: Record<string, Json>): Record<string, Json>;
}

export type RegisteredShareable = ShareableDeclaration<unknown> & {
  record: RecordClass;
};

type JobIdsOf = (record: never) => string | null | undefined;

const shareables = new Map<ShareItemKind, RegisteredShareable>();
const watched = new Map<RecordClass, JobIdsOf>();
const neverShared = new Set<RecordClass>();
let sharedJob: (ShareableJobDeclaration & { record: RecordClass }) | undefined;

/** Declares that a noun of a job can be shared with its client. */
export function Shareable<E>(declaration: ShareableDeclaration<E>): ClassDecorator {
  return (record) => {
    shareables.set(declaration.kind, {
      ...declaration,
      record: record as unknown as RecordClass,
    });
    watched.set(
      record as unknown as RecordClass,
      (row: { job?: { id: string } | null }) => row.job?.id,
    );
  };
}

/** Declares the job itself: its status is an item, and its details go out with every share. */
export function ShareableJob(declaration: ShareableJobDeclaration): ClassDecorator {
  return (record) => {
    sharedJob = { ...declaration, record: record as unknown as RecordClass };
    watched.set(record as unknown as RecordClass, (job: { id: string }) => job.id);
  };
}

/** Declares rows that are part of a shareable noun, and how to find the job they belong to. */
export function PartOfShareable<E>(
  jobIdOf: (part: E) => string | null | undefined,
): ClassDecorator {
  return (record) => {
    watched.set(record as unknown as RecordClass, jobIdOf as JobIdsOf);
  };
}

/** Declares that nothing of this record is ever offered to a client. */
export function NeverShared(): ClassDecorator {
  return (record) => {
    neverShared.add(record as unknown as RecordClass);
  };
}

export function allShareables(): RegisteredShareable[] {
  return SHARE_ITEM_KINDS.flatMap((kind) => shareables.get(kind) ?? []);
}

export function theSharedJob() {
  if (!sharedJob) throw new Error('No record was declared as the job that is shared.');
  return sharedJob;
}

/** How to find the job that a changed record belongs to; undefined when it is never shared. */
export function watchedRecord(record: RecordClass): JobIdsOf | undefined {
  return watched.get(record);
}

/** Every record says whether it can be shared, or the server does not start. */
export function proveEveryRecordDeclared(records: RecordClass[]): void {
  const silent = records.filter((record) => !watched.has(record) && !neverShared.has(record));
  if (silent.length === 0) return;
  throw new Error(
    `${silent.map(({ name }) => name).join(', ')} must be declared Shareable, PartOfShareable or NeverShared.`,
  );
}

/** The name of a field as people say it: siteAddress is "Site address". */
export function fieldInWords(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first words of a text, for a label. */
export function inShort(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return cutText(line, 60);
}

/** Names a content: the same content has the same digest. */
export function digestOf(content: Json): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
