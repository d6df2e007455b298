import { ID, ObjectType } from 'type-graphql';
import { isSameContent, SHARE_ITEM_KINDS, SHARE_ITEM_MEANINGS } from '../../shareable/shareable.js';
import { listOf, opaque } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import type { Candidate } from '../state/candidates.js';
import { type ClientView, itemIn } from '../state/client-view.js';
import type { ShareState } from '../state/share-state.js';
import { labelOf, summaryOf } from '../state/summaries.js';

const ShareItemKind = Object.fromEntries(SHARE_ITEM_KINDS.map((kind) => [kind, kind])) as {
  [K in (typeof SHARE_ITEM_KINDS)[number]]: K;
};
declareEnum(
  ShareItemKind,
  'ShareItemKind',
  rolesWith('SHARE'),
  'Kind of a share item.',
  SHARE_ITEM_MEANINGS,
);

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
  rolesWith('SHARE'),
  'Difference of an item from what the client sees, or from the last review.',
  {
    NEW: 'Not reviewed yet.',
    CHANGED: 'Content differs from what the client sees or from the last review.',
    UNCHANGED: 'Content is the same as the client sees, or as at the review that left it out.',
    GONE: 'No longer shareable; the client sees it until the next share.',
  },
);

/** Bound of an item key: the kind, with the entity ID (`NOTE:<uuid>`) if the kind has several items. */
export const itemKey = opaque(64);
/** Bound of a list of item keys. */
export const sharedItems = listOf(5_000, itemKey, 'Share at most 5,000 items at once.');

/** One line of a share prompt. */
@ObjectType({ description: 'Share item: a part of the job that can be selected for the client.' })
export class ShareItem {
  @FieldFor(rolesWith('SHARE'), 'Stable key, such as NOTE:<uuid>.', () => ID)
  key!: string;

  @FieldFor(rolesWith('SHARE'), 'Kind of item.', () => ShareItemKind)
  kind!: (typeof SHARE_ITEM_KINDS)[number];

  @FieldFor(rolesWith('SHARE'), 'Label.', () => String)
  label!: string;

  @FieldFor(rolesWith('SHARE'), 'Difference from what the client sees.', () => ShareItemChange)
  change!: ShareItemChange;

  @FieldFor(rolesWith('SHARE'), 'Whether it is part of what the client sees now.', () => Boolean)
  sharedNow!: boolean;

  @FieldFor(rolesWith('SHARE'), 'Whether it is selected by default.', () => Boolean)
  preselected!: boolean;

  @FieldFor(
    rolesWith('SHARE'),
    'Content that the client sees now, in words; null if none.',
    () => String,
    {
      nullable: true,
    },
  )
  before!: string | null;

  @FieldFor(
    rolesWith('SHARE'),
    'Content that the client would see, in words; null if it would be removed.',
    () => String,
    { nullable: true },
  )
  after!: string | null;
}

/** All items of a prompt: those that can be shared, and those that the client sees but that cannot be shared any more. */
export function shareItems(state: ShareState): ShareItem[] {
  const reviewed = state.prompt?.reviewed ?? {};
  const offered = state.candidates.filter(({ refusal }) => refusal === null);
  const gone = (state.shown?.itemKeys ?? []).filter(
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
  const { key, kind, label, summary } = candidate;
  const shown = shownNow(state, key);
  const sharedNow = shown !== undefined;
  const change = changeOf(candidate, shown, reviewed);
  // An item that a review has left out is not preselected again, even if its kind is published without a review.
  const isFirstOffer = !state.publication || (candidate.autoPublish && change === 'NEW');
  return {
    key,
    kind,
    label,
    change,
    sharedNow,
    preselected: sharedNow || (isFirstOffer && candidate.preselected),
    before: sharedNow ? summaryBefore(candidate, change, state) : null,
    after: summary,
  };
}

function changeOf(
  candidate: Candidate,
  shown: unknown,
  reviewed: Record<string, string>,
): ShareItemChange {
  if (shown !== undefined)
    return isSameContent(candidate.content, shown as never) ? 'UNCHANGED' : 'CHANGED';
  const before = reviewed[candidate.key];
  if (before === undefined) return 'NEW';
  return before === candidate.digest ? 'UNCHANGED' : 'CHANGED';
}

/** Content of an item that the client sees, in words. */
function summaryBefore({ key, summary }: Candidate, change: ShareItemChange, state: ShareState) {
  // The current summary of a group (the schedule) is worded as a difference from what the client sees.
  const isRow = key.includes(':') || key === 'STATUS';
  return isRow && change === 'UNCHANGED' ? summary : shownSummary(key, state);
}

function goneItem(key: string, state: ShareState): ShareItem {
  const summary = shownSummary(key, state);
  return {
    key,
    kind: key.split(':')[0] as ShareItem['kind'],
    label: labelOf(key, state.shown?.view as ClientView),
    change: 'GONE',
    sharedNow: true,
    preselected: false,
    before: summary,
    after: null,
  };
}

function shownNow({ shown }: ShareState, key: string) {
  return shown?.itemKeys.includes(key) ? itemIn(shown.view, key) : undefined;
}

function shownSummary(key: string, state: ShareState): string {
  return summaryOf(key, state.shown?.view as ClientView, state.place);
}
