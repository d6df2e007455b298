import { ObjectType } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { SharePromptStatus } from '../prompt/prompt-status.js';

const sharers = rolesWith('SHARE');

export const VisibilityStepName = {
  PORTAL_ON: 'PORTAL_ON',
  CLIENT_ATTACHED: 'CLIENT_ATTACHED',
  CLIENT_EMAIL: 'CLIENT_EMAIL',
  FIRST_VISIT: 'FIRST_VISIT',
  SHARED: 'SHARED',
  MAY_BE_SHOWN: 'MAY_BE_SHOWN',
  SELECTED: 'SELECTED',
  UP_TO_DATE: 'UP_TO_DATE',
  LINK_WORKS: 'LINK_WORKS',
  MAIL_DELIVERED: 'MAIL_DELIVERED',
  OPENED: 'OPENED',
} as const;
export type VisibilityStepName = keyof typeof VisibilityStepName;

declareEnum(
  VisibilityStepName,
  'VisibilityStepName',
  sharers,
  'Conditions for a client to see something, in order.',
  {
    PORTAL_ON: 'The Client Portal is on.',
    CLIENT_ATTACHED: 'The job has a client.',
    CLIENT_EMAIL: 'The client has an email address.',
    FIRST_VISIT: 'The job has a visit, cancelled or not.',
    SHARED: 'The job was shared with the client.',
    MAY_BE_SHOWN: 'The item exists and can be shared.',
    SELECTED: 'The item is part of what the client sees.',
    UP_TO_DATE: 'What the client sees is current.',
    LINK_WORKS: 'The client has a live link.',
    MAIL_DELIVERED: 'The newest email with a link was sent.',
    OPENED: 'The client has viewed the job.',
  },
);

export const VisibilityStepState = {
  OK: 'OK',
  BROKEN: 'BROKEN',
  WAITING: 'WAITING',
  NOT_REACHED: 'NOT_REACHED',
} as const;
export type VisibilityStepState = keyof typeof VisibilityStepState;

declareEnum(VisibilityStepState, 'VisibilityStepState', sharers, 'Result of a check.', {
  OK: 'The condition holds.',
  BROKEN: 'The condition does not hold and needs action.',
  WAITING: 'The condition does not hold yet; it will by itself or depends on the client.',
  NOT_REACHED: 'An earlier step is broken.',
});

@ObjectType({ description: 'Result of one check of visibility.' })
export class VisibilityStep {
  @FieldFor(sharers, 'Name of the step.', () => VisibilityStepName)
  step!: VisibilityStepName;

  @FieldFor(sharers, 'Result.', () => VisibilityStepState)
  state!: VisibilityStepState;

  @FieldFor(sharers, 'Explanation of the result, for the user.', () => String)
  explanation!: string;

  @FieldFor(sharers, 'Remedy, for the user.', () => String)
  whatToDo!: string;
}

@ObjectType({ description: 'Whether a client can see a job or one of its items, and why.' })
export class ClientVisibility {
  @FieldFor(
    sharers,
    'Whether the client can see it now, in its current or an earlier version.',
    () => Boolean,
  )
  visible!: boolean;

  @FieldFor(sharers, 'Results of all checks, in order.', () => [VisibilityStep])
  steps!: VisibilityStep[];

  @FieldFor(sharers, 'First broken step; null if there is none.', () => VisibilityStep, {
    nullable: true,
  })
  problem!: VisibilityStep | null;

  @FieldFor(sharers, 'Whether a share prompt is pending, or why not.', () => SharePromptStatus)
  sharePromptStatus!: SharePromptStatus;
}
