import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Prompt } from './prompt.js';

/** A prompt locked by a change. */
export interface HeldPrompt {
  /** The row as read; null if there is none yet. */
  before: Prompt | null;
  /** The row as this change will write it. */
  now: Prompt;
}

/** Locked prompts by the entity manager of their change. */
const held = new WeakMap<object, Map<string, HeldPrompt>>();

/** Prompts locked by this change, by job ID. */
export function heldPrompts({ em }: Unit): Map<string, HeldPrompt> {
  const prompts = held.get(em) ?? new Map<string, HeldPrompt>();
  held.set(em, prompts);
  return prompts;
}

/** Prompts locked by this change that differ from their row. */
export function changedPrompts({ em }: Unit): HeldPrompt[] {
  return [...(held.get(em)?.values() ?? [])].filter(
    ({ before, now }) => !before || FIELDS.some((field) => !isSame(before[field], now[field])),
  );
}

const FIELDS = [
  ...(['revision', 'offered', 'reviewed', 'reviewedForClientId', 'waiting', 'ready'] as const),
  ...(['changedAt', 'raisedAt', 'raisedById'] as const),
  ...(['scheduleOutdatedSince', 'scheduleOutdatedUntil'] as const),
];

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}
