import type { Json } from '../visibility/projection.js';
import { type ClientView, keyOf } from './client-view.js';
import {
  allShareables,
  type Place,
  type RegisteredShareable,
  type ShareableRow,
  type ShareItemKind,
  theSharedJob,
} from './shareable.js';

/** Something of a job that could be shared, or the reason why it may not be. */
export interface Candidate {
  key: string;
  kind: ShareItemKind;
  content: Json;
  label: string;
  words: string;
  /** Null when it may be offered. */
  refusal: string | null;
  tickedAtFirst: boolean;
  publishesAtOnce: boolean;
}

type RawJob = { status: string; clientId: string | null } & Record<string, unknown>;

/** Every candidate of a job: `raw` as the database answered it, `view` the same cut for a client. */
export function candidatesOf(raw: RawJob, view: ClientView, place: Place): Candidate[] {
  return [
    statusOf(raw, view),
    ...allShareables().flatMap((each) => ofNoun(each, raw, view, place)),
  ];
}

function statusOf(raw: RawJob, view: ClientView): Candidate {
  const { label, words } = theSharedJob();
  return {
    key: 'STATUS',
    kind: 'STATUS',
    content: view.status ?? null,
    label,
    words: words(raw.status),
    refusal: null,
    tickedAtFirst: true,
    publishesAtOnce: false,
  };
}

function ofNoun(
  noun: RegisteredShareable,
  raw: RawJob,
  view: ClientView,
  place: Place,
): Candidate[] {
  const rows = raw[noun.field] as ShareableRow<unknown>[];
  const contents = view[noun.field] as Json[];
  if (!noun.asOne)
    return rows.map((row, at) => single(noun, row, raw, contents[at] as Json, place));
  return rows.length === 0 ? [] : [together(noun, rows, contents, place)];
}

function single(
  noun: RegisteredShareable,
  row: ShareableRow<unknown>,
  job: RawJob,
  content: Json,
  place: Place,
): Candidate {
  return {
    key: keyOf(noun.kind, row.id),
    kind: noun.kind,
    content,
    label: noun.label(row),
    words: noun.words(row, place),
    refusal: noun.offer(row, job),
    tickedAtFirst: noun.tickedAtFirst ?? noun.publishesAtOnce ?? false,
    publishesAtOnce: noun.publishesAtOnce ?? false,
  };
}

function together(
  noun: RegisteredShareable,
  rows: ShareableRow<unknown>[],
  contents: Json[],
  place: Place,
): Candidate {
  const listed = rows.map((row) => noun.stillListed?.(row) ?? true);
  return {
    key: keyOf(noun.kind),
    kind: noun.kind,
    content: contents.filter((_, at) => listed[at]),
    label: noun.label(rows[0] as ShareableRow<unknown>),
    words:
      rows
        .filter((_, at) => listed[at])
        .map((row) => noun.words(row, place))
        .join('; ') || 'Nothing',
    refusal: null,
    tickedAtFirst: true,
    publishesAtOnce: false,
  };
}
