import type { Audience } from '../../visibility/audience.js';
import { promptStatus } from '../prompt/prompt-status.js';
import type { Check, DiagnosisInput } from './check.js';
import { clientChecks } from './client-checks.js';
import { ITEM_CHECKS } from './item-checks.js';
import { SHARE_CHECKS } from './share-checks.js';
import type { ClientVisibility, VisibilityStep } from './visibility-step.js';

/** All checks in order, from the portal switch to the client's first view. */
const CHECKS: Check[] = [...SHARE_CHECKS, ...ITEM_CHECKS, ...clientChecks('re-send the share')];

/**
 * Whether a job's client can see the job or one item of it, and why. Uses the same share state as sharing. The first
 * broken step is the problem; later steps are `NOT_REACHED`.
 */
export function clientVisibility(input: DiagnosisInput, audience: Audience): ClientVisibility {
  const checks = CHECKS.filter(({ itemOnly }) => input.key !== null || !itemOnly);
  return { ...resultOf(checks, input), sharePromptStatus: promptStatus(input.state, audience) };
}

/** Runs all checks in order. */
export function resultOf<I>(checks: Check<I>[], input: I) {
  const steps = stopAtBroken(checks.map(({ step, check }) => ({ step, ...check(input) })));
  return {
    visible: checks.every(({ blocksView, check }) => !blocksView || check(input).state === 'OK'),
    steps,
    problem: steps.find(({ state }) => state === 'BROKEN') ?? null,
  };
}

function stopAtBroken(steps: VisibilityStep[]): VisibilityStep[] {
  const at = steps.findIndex(({ state }) => state === 'BROKEN');
  return steps.map((step, index) =>
    at === -1 || index <= at
      ? step
      : {
          step: step.step,
          state: 'NOT_REACHED',
          explanation: 'Something before this is in the way.',
          whatToDo: 'Mend that first.',
        },
  );
}
