import type { Json } from '../visibility/projection.js';
import { type ClientView, contentOf, groupIn, itemIn, keyOf } from './client-view.js';
import { groupWords } from './group-words.js';
import {
  allShareables,
  type Place,
  type RegisteredShareable,
  type ShareableRow,
  type ShareGroup,
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
  /** The client's view as it is now; null while it has none. */
  shown: ClientView | null;
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
  return rows.length === 0 ? [] : [together(noun, rows, contents, setting)];
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
  { place, shown, shownKeys }: Setting,
): Candidate {
  const key = keyOf(noun.kind);
  const isListed = rows.map((row) => noun.stillListed?.(row) ?? true);
  const now = {
    listed: contents.filter((_, at) => isListed[at]),
    former: contents.filter((_, at) => !isListed[at]),
  };
  const known = shown && shownKeys.includes(key) ? groupIn(itemIn(shown, key)) : null;
  const content = groupContent(noun, now, known);
  return {
    key,
    kind: noun.kind,
    content,
    label: noun.label(rows[0] as ShareableRow<unknown>),
    get words() {
      return groupWords(noun, groupIn(content), known, place);
    },
    refusal: null,
    tickedAtFirst: true,
    publishesAtOnce: false,
  };
}

/** What the client is shown of rows that are one item. What it never knew and is over, it is not told of. */
function groupContent(
  { group }: RegisteredShareable,
  now: ShareGroup<Json>,
  known: ShareGroup<Json> | null,
): Json {
  if (!group) return now.listed;
  const none = { listed: [], former: [] };
  const shown = group.besideKnown(now as ShareGroup<never>, (known ?? none) as ShareGroup<never>);
  return contentOf(shown as ShareGroup<Json>);
}
