import { ID, ObjectType } from 'type-graphql';
import { whoMay } from '../domain/staff/capabilities.js';
import { listOf, opaque } from '../visibility/bounds.js';
import { declareEnum, FieldFor } from '../visibility/declare.js';
import type { Candidate } from './candidates.js';
import { type ClientView, itemIn } from './client-view.js';
import type { ShareState } from './share-state.js';
import { digestOf, SHARE_ITEM_KINDS } from './shareable.js';
import { labelOf, wordsOf } from './view-words.js';

export const ShareItemKind = Object.fromEntries(SHARE_ITEM_KINDS.map((kind) => [kind, kind])) as {
  [K in (typeof SHARE_ITEM_KINDS)[number]]: K;
};
declareEnum(ShareItemKind, 'ShareItemKind', whoMay('SHARE'), 'What can be ticked in a share.', {
  SCHEDULE: 'All visits together.',
  STATUS: 'How far the job is.',
  QUOTE: 'One quote that was sent.',
  INVOICE: 'One invoice that was sent.',
  NOTE: 'One note that is not internal.',
  TODO: 'One to-do.',
  PHOTO: 'One photo whose toggle is on.',
});

export const ShareItemChange = {
  NEW: 'NEW',
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
  GONE: 'GONE',
} as const;
export type ShareItemChange = keyof typeof ShareItemChange;
declareEnum(
  ShareItemChange,
  'ShareItemChange',
  whoMay('SHARE'),
  'How an item differs from what the client has, or from the last review.',
  {
    NEW: 'Nobody has reviewed it yet.',
    CHANGED: 'It says something else than what the client has, or than at the last review.',
    UNCHANGED: 'As the client has it, or as it was left out before.',
    GONE: 'The client still has it; sending takes it away.',
  },
);

/** The key of an item: its kind, and the id of its record (`NOTE:<uuid>`) where there can be several. */
export const itemKey = opaque(64);
/** The keys of a selection. */
export const sharedItems = listOf(5_000, itemKey, 'Share at most 5,000 items at once.');

/** One line of a share prompt. */
@ObjectType({ description: 'One thing that can be ticked.' })
export class ShareItem {
  @FieldFor(whoMay('SHARE'), 'Stable name, such as NOTE:<uuid>.', () => ID)
  key!: string;

  @FieldFor(whoMay('SHARE'), 'What it is.', () => ShareItemKind)
  kind!: (typeof SHARE_ITEM_KINDS)[number];

  @FieldFor(whoMay('SHARE'), 'What it is, in words.', () => String)
  label!: string;

  @FieldFor(whoMay('SHARE'), 'How it differs from what the client has.', () => ShareItemChange)
  change!: ShareItemChange;

  @FieldFor(whoMay('SHARE'), 'Whether the client can see it now.', () => Boolean)
  sharedNow!: boolean;

  @FieldFor(whoMay('SHARE'), 'Whether it starts ticked.', () => Boolean)
  preselected!: boolean;

  @FieldFor(whoMay('SHARE'), 'What the client has now, in words.', () => String, { nullable: true })
  before!: string | null;

  @FieldFor(
    whoMay('SHARE'),
    'What the client would have, in words; null when it would be gone.',
    () => String,
    { nullable: true },
  )
  after!: string | null;
}

/** Every item of a prompt: what may be offered, and what the client has but can no longer be offered. */
export function shareItems(state: ShareState): ShareItem[] {
  const reviewed = state.prompt?.reviewed ?? {};
  const offered = state.candidates.filter(({ refusal }) => refusal === null);
  const gone = (state.publication?.itemKeys ?? []).filter(
    (key) => !offered.some((candidate) => candidate.key === key),
  );
  return [
    ...offered.map((candidate) => offeredItem(candidate, state, reviewed)),
    ...gone.map((key) => goneItem(key, state)),
  ];
}

function offeredItem(
  candidate: Candidate,
  state: ShareState,
  reviewed: Record<string, string>,
): ShareItem {
  const { key, kind, label, words } = candidate;
  const shown = shownNow(state, key);
  const sharedNow = shown !== undefined;
  const change = changeOf(candidate, shown, reviewed);
  // What a review has left out stays out until somebody ticks it, even if it once came by itself.
  const isFirstOffer = !state.publication || (candidate.publishesAtOnce && change === 'NEW');
  return {
    key,
    kind,
    label,
    change,
    sharedNow,
    preselected: sharedNow || (isFirstOffer && candidate.tickedAtFirst),
    before: sharedNow ? wordsShown(key, state) : null,
    after: words,
  };
}

function changeOf(
  candidate: Candidate,
  shown: unknown,
  reviewed: Record<string, string>,
): ShareItemChange {
  const digest = digestOf(candidate.content);
  if (shown !== undefined) return digest === digestOf(shown as never) ? 'UNCHANGED' : 'CHANGED';
  const before = reviewed[candidate.key];
  if (before === undefined) return 'NEW';
  return before === digest ? 'UNCHANGED' : 'CHANGED';
}

function goneItem(key: string, state: ShareState): ShareItem {
  const words = wordsShown(key, state);
  return {
    key,
    kind: key.split(':')[0] as ShareItem['kind'],
    label: labelOf(key, state.publication?.view as ClientView),
    change: 'GONE',
    sharedNow: true,
    preselected: false,
    before: words,
    after: null,
  };
}

function shownNow({ publication }: ShareState, key: string) {
  return publication?.itemKeys.includes(key) ? itemIn(publication.view, key) : undefined;
}

function wordsShown(key: string, state: ShareState): string {
  return wordsOf(key, state.publication?.view as ClientView, state.place);
}
