import type { Audience } from '../visibility/audience.js';
import { promptStatus } from './prompt-status.js';
import { STEPS_OF_WHAT_IS_SHOWN } from './steps-of-what-is-shown.js';
import { STEPS_TO_A_SHARE } from './steps-to-a-share.js';
import { STEPS_TO_THE_CLIENT } from './steps-to-the-client.js';
import type { Facts, Step } from './visibility-facts.js';
import type { ClientVisibility, VisibilityStep } from './visibility-step.js';

/** All that must hold for a client to see something, from the switch in the settings to its own click. */
const CHAIN: Step[] = [...STEPS_TO_A_SHARE, ...STEPS_OF_WHAT_IS_SHOWN, ...STEPS_TO_THE_CLIENT];

/**
 * Why a job's client can, or cannot, see the job or one item of it. It asks what sharing itself asks;
 * the first step that does not hold is the problem, and what comes after it is not told.
 */
export function clientVisibility(facts: Facts, audience: Audience): ClientVisibility {
  const chain = CHAIN.filter(({ isOfItem }) => facts.key !== null || !isOfItem);
  const steps = untilBroken(chain.map(({ step, look }) => ({ step, ...look(facts) })));
  return {
    visible: chain.every(({ cutsSight, look }) => !cutsSight || look(facts).state === 'OK'),
    steps,
    problem: steps.find(({ state }) => state === 'BROKEN') ?? null,
    sharePromptStatus: promptStatus(facts.state, audience),
  };
}

function untilBroken(steps: VisibilityStep[]): VisibilityStep[] {
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
