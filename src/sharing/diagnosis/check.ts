import type { ShareItem } from '../prompt/share-item.js';
import type { ShareState } from '../state/share-state.js';
import type { DeliveryState } from './delivery.js';
import type { VisibilityStep, VisibilityStepName } from './visibility-step.js';

/** Input of the checks. */
export interface DiagnosisInput {
  state: ShareState;
  /** Key of the item in question; null for the job as a whole. */
  key: string | null;
  /** Lines of the share prompt, pending or not. */
  lines: ShareItem[];
  delivery: DeliveryState;
  now: Date;
}

export type CheckResult = Omit<VisibilityStep, 'step'>;

/** One condition for a client to see something. */
export interface Check<I = DiagnosisInput> {
  step: VisibilityStepName;
  /** Applies only if an item is in question. */
  itemOnly?: true;
  /** If it fails, the client does not see the job or item at all. */
  blocksView?: true;
  check(input: I): CheckResult;
}

export function ok(explanation: string): CheckResult {
  return { state: 'OK', explanation, whatToDo: 'Nothing to do.' };
}

export function broken(explanation: string, whatToDo: string): CheckResult {
  return { state: 'BROKEN', explanation, whatToDo };
}

export function waiting(explanation: string, whatToDo: string): CheckResult {
  return { state: 'WAITING', explanation, whatToDo };
}

/** Prompt line of the item in question; undefined if it can neither be shared nor is seen by the client. */
export function lineOf({ key, lines }: DiagnosisInput): ShareItem | undefined {
  return lines.find((line) => line.key === key);
}
