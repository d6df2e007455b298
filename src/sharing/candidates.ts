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
  readonly words: string;
  /** Null when it may be offered. */
  refusal: string | null;
  tickedAtFirst: boolean;
  publishesAtOnce: boolean;
}

type RawJob = { status: string; clientId: string | null } & Record<string, unknown>;

/** Where and when a job's items are offered, and what its client has of them already. */
export interface Setting {
  place: Place;
  today: string;
  shownKeys: string[];
}

/** Every candidate of a job: `raw` as the database answered it, `view` the same cut for a client. */
export function candidatesOf(raw: RawJob, view: ClientView, setting: Setting): Candidate[] {
  return [
    statusOf(raw, view),
    ...allShareables().flatMap((each) => ofNoun(each, raw, view, setting)),
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
  setting: Setting,
): Candidate[] {
  const rows = raw[noun.field] as ShareableRow<{ id: string }>[];
  const contents = view[noun.field] as Json[];
  if (!noun.asOne)
    return rows.map((row, at) => single(noun, row, raw, contents[at] as Json, setting));
  return rows.length === 0 ? [] : [together(noun, rows, contents, setting.place)];
}

function single(
  noun: RegisteredShareable,
  row: ShareableRow<{ id: string }>,
  job: RawJob,
  content: Json,
  { place, today, shownKeys }: Setting,
): Candidate {
  const key = keyOf(noun.kind, row.id);
  const againstNew = shownKeys.includes(key) ? null : (noun.offerAnew?.(row, today) ?? null);
  return {
    key,
    kind: noun.kind,
    content,
    label: noun.label(row),
    // Most are only compared, and never read by anybody.
    get words() {
      return noun.words(row, place);
    },
    refusal: noun.offer(row, job) ?? againstNew,
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
    get words() {
      const all = rows.filter((_, at) => listed[at]).map((row) => noun.words(row, place));
      return all.join('; ') || 'Nothing';
    },
    refusal: null,
    tickedAtFirst: true,
    publishesAtOnce: false,
  };
}
