import { ObjectType } from 'type-graphql';
import { whoMay } from '../domain/staff/capabilities.js';
import { declareEnum, FieldFor } from '../visibility/declare.js';
import { SharePromptStatus } from './prompt-status.js';

const sharers = whoMay('SHARE');

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
  'What must hold, in this order, for a client to see something.',
  {
    PORTAL_ON: 'The Client Portal is on.',
    CLIENT_ATTACHED: 'The job has a client.',
    CLIENT_EMAIL: 'That client has an email address.',
    FIRST_VISIT: 'The job has had its first visit on the calendar.',
    SHARED: 'The job was shared with that client.',
    MAY_BE_SHOWN: 'The item is there, and may be shown.',
    SELECTED: 'The item is part of what the client sees.',
    UP_TO_DATE: 'What the client sees is as it is now.',
    LINK_WORKS: 'A link of the client works.',
    MAIL_DELIVERED: 'The newest mail with a link went out.',
    OPENED: 'The client has opened the job.',
  },
);

export const VisibilityStepState = {
  OK: 'OK',
  BROKEN: 'BROKEN',
  WAITING: 'WAITING',
  NOT_REACHED: 'NOT_REACHED',
} as const;
export type VisibilityStepState = keyof typeof VisibilityStepState;

declareEnum(VisibilityStepState, 'VisibilityStepState', sharers, 'How a step stands.', {
  OK: 'It holds.',
  BROKEN: 'It does not hold, and somebody must do something about it.',
  WAITING: 'Not yet, and it comes by itself or is up to the client.',
  NOT_REACHED: 'An earlier step is broken.',
});

@ObjectType({ description: 'One thing that must hold for a client to see something.' })
export class VisibilityStep {
  @FieldFor(sharers, 'Which.', () => VisibilityStepName)
  step!: VisibilityStepName;

  @FieldFor(sharers, 'Whether it holds.', () => VisibilityStepState)
  state!: VisibilityStepState;

  @FieldFor(sharers, 'How it stands, in plain words.', () => String)
  explanation!: string;

  @FieldFor(sharers, 'What can be done about it, in plain words.', () => String)
  whatToDo!: string;
}

@ObjectType({ description: 'Why a client can, or cannot, see a job or one item of it.' })
export class ClientVisibility {
  @FieldFor(
    sharers,
    'Whether a link that works shows it right now, if perhaps an older version of it.',
    () => Boolean,
  )
  visible!: boolean;

  @FieldFor(sharers, 'All that must hold, in order.', () => [VisibilityStep])
  steps!: VisibilityStep[];

  @FieldFor(sharers, 'The first step that is broken, if one is.', () => VisibilityStep, {
    nullable: true,
  })
  problem!: VisibilityStep | null;

  @FieldFor(
    sharers,
    'Whether the share prompt of the job waits, or why it does not.',
    () => SharePromptStatus,
  )
  sharePromptStatus!: SharePromptStatus;
}
