import type { Travel } from './how-it-travels.js';
import type { ShareItem } from './share-item.js';
import type { ShareState } from './share-state.js';
import type { VisibilityStep, VisibilityStepName } from './visibility-step.js';

/** All that is known when somebody asks why a client can or cannot see something. */
export interface Facts {
  state: ShareState;
  /** The key of the item that is asked about; null when it is the job as a whole. */
  key: string | null;
  /** The lines of the share prompt, whether it waits or not. */
  lines: ShareItem[];
  travel: Travel;
  now: Date;
}

export type Verdict = Omit<VisibilityStep, 'step'>;

export interface Step {
  step: VisibilityStepName;
  /** Asked only about an item. */
  isOfItem?: true;
  /** Without it the client sees nothing of it, whatever else holds. */
  cutsSight?: true;
  look(facts: Facts): Verdict;
}

export function ok(explanation: string): Verdict {
  return { state: 'OK', explanation, whatToDo: 'Nothing to do.' };
}

export function broken(explanation: string, whatToDo: string): Verdict {
  return { state: 'BROKEN', explanation, whatToDo };
}

export function waiting(explanation: string, whatToDo: string): Verdict {
  return { state: 'WAITING', explanation, whatToDo };
}

/** The line of the item that is asked about, if it can be offered or the client has it. */
export function lineOf({ key, lines }: Facts): ShareItem | undefined {
  return lines.find((line) => line.key === key);
}
