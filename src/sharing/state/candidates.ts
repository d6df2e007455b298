import {
  allShareables,
  digestOf,
  type Place,
  type RegisteredShareable,
  type ShareableRow,
  type ShareGroup,
  type ShareItemKind,
  sharedJobDeclaration,
} from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';
import { type ClientView, contentOf, groupIn, itemIn, keyOf } from './client-view.js';
import { groupSummary } from './group-summary.js';

/** An item of a job that can be shared, or cannot for a stated reason. */
export interface Candidate {
  key: string;
  kind: ShareItemKind;
  content: Json;
  /** SHA-256 digest of the content. */
  readonly digest: string;
  readonly label: string;
  readonly summary: string;
  /** Reason why it cannot be shared; null if it can. */
  refusal: string | null;
  preselected: boolean;
  autoPublish: boolean;
}

type RawJob = { status: string; clientId: string | null } & Record<string, unknown>;

/** Input of the candidates of a job besides its rows. */
export interface CandidateContext {
  place: Place;
  today: string;
  /** Keys of the items that the client sees. */
  shownKeys: string[];
  /** The client's current view; null before the first share. */
  shown: ClientView | null;
}

/** All candidates of a job. `raw` is the database row, `view` its projection for the client. */
export function candidatesOf(
  raw: RawJob,
  view: ClientView,
  context: CandidateContext,
): Candidate[] {
  return [
    statusCandidate(raw, view),
    ...allShareables().flatMap((noun) => candidatesOfNoun(noun, raw, view, context)),
  ].map((source) => new LazyCandidate(source));
}

/** Fields of a {@link Candidate}, with functions for those that are computed on demand. */
type CandidateSource = Omit<Candidate, 'digest' | 'label' | 'summary'> & {
  computeLabel(): string;
  computeSummary(): string;
};

/** Computes digest, label and summary on first use: most candidates are only compared. */
class LazyCandidate implements Candidate {
  readonly key: string;
  readonly kind: ShareItemKind;
  readonly content: Json;
  readonly refusal: string | null;
  readonly preselected: boolean;
  readonly autoPublish: boolean;
  readonly #source: CandidateSource;
  #digest: string | undefined;
  #label: string | undefined;
  #summary: string | undefined;

  constructor(source: CandidateSource) {
    this.key = source.key;
    this.kind = source.kind;
    this.content = source.content;
    this.refusal = source.refusal;
    this.preselected = source.preselected;
    this.autoPublish = source.autoPublish;
    this.#source = source;
  }

  get digest(): string {
    this.#digest ??= digestOf(this.content);
    return this.#digest;
  }

  get label(): string {
    this.#label ??= this.#source.computeLabel();
    return this.#label;
  }

  get summary(): string {
    this.#summary ??= this.#source.computeSummary();
    return this.#summary;
  }
}

function statusCandidate(raw: RawJob, view: ClientView): CandidateSource {
  const { label, statusLabel } = sharedJobDeclaration();
  return {
    key: 'STATUS',
    kind: 'STATUS',
    content: view.status ?? null,
    computeLabel: () => label(),
    computeSummary: () => statusLabel(raw.status),
    refusal: null,
    preselected: true,
    autoPublish: false,
  };
}

function candidatesOfNoun(
  noun: RegisteredShareable,
  raw: RawJob,
  view: ClientView,
  context: CandidateContext,
): CandidateSource[] {
  const rows = raw[noun.field] as ShareableRow<{ id: string }>[];
  const contents = view[noun.field] as Json[];
  if (!noun.singleItem)
    return rows.map((row, at) => rowCandidate(noun, row, raw, contents[at] as Json, context));
  return rows.length === 0 ? [] : [groupCandidate(noun, rows, contents, context)];
}

function rowCandidate(
  noun: RegisteredShareable,
  row: ShareableRow<{ id: string }>,
  job: RawJob,
  content: Json,
  { place, today, shownKeys }: CandidateContext,
): CandidateSource {
  const key = keyOf(noun.kind, row.id);
  const againstNew = shownKeys.includes(key)
    ? null
    : (noun.newItemHiddenReason?.(row, today) ?? null);
  return {
    key,
    kind: noun.kind,
    content,
    computeLabel: () => noun.label(row),
    computeSummary: () => noun.summary(row, place),
    refusal: noun.hiddenReason(row, job) ?? againstNew,
    preselected: noun.preselected ?? noun.autoPublish ?? false,
    autoPublish: noun.autoPublish ?? false,
  };
}

function groupCandidate(
  noun: RegisteredShareable,
  rows: ShareableRow<unknown>[],
  contents: Json[],
  { place, shown, shownKeys }: CandidateContext,
): CandidateSource {
  const key = keyOf(noun.kind);
  const isActive = rows.map((row) => noun.isActive?.(row) ?? true);
  const now = {
    listed: contents.filter((_, at) => isActive[at]),
    former: contents.filter((_, at) => !isActive[at]),
  };
  const known = shown && shownKeys.includes(key) ? groupIn(itemIn(shown, key)) : null;
  const content = groupContent(noun, now, known);
  return {
    key,
    kind: noun.kind,
    content,
    computeLabel: () => noun.label(rows[0] as ShareableRow<unknown>),
    computeSummary: () => groupSummary(noun, groupIn(content), known, place),
    refusal: null,
    preselected: true,
    autoPublish: false,
  };
}

/** Content of a group for the client, given what it already knows: inactive rows that it never saw are left out. */
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
