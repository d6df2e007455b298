import { ID, InputType } from 'type-graphql';
import type { Condition } from '../../database/reader/reader.js';
import { ofJobsOf } from '../../domain/jobs/assignees.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';

const sharers = rolesWith('SHARE');

@InputType({ description: 'Filter of share prompts; all conditions must hold.' })
export class SharePromptFilter {
  @FieldFor(sharers, 'Prompts of jobs of this client.', () => ID, {
    nullable: true,
    about: 'SharePrompt.job Job.client',
  })
  clientId?: string | null;
}

export const SharePromptOrder = {
  LAST_CHANGED_FIRST: 'LAST_CHANGED_FIRST',
  FIRST_CHANGED_FIRST: 'FIRST_CHANGED_FIRST',
} as const;
export type SharePromptOrder = keyof typeof SharePromptOrder;
declareEnum(SharePromptOrder, 'SharePromptOrder', sharers, 'Sort order of share prompts.', {
  LAST_CHANGED_FIRST: 'By last change of the job, latest first.',
  FIRST_CHANGED_FIRST: 'By last change of the job, earliest first.',
});

export function promptsOf({ clientId }: SharePromptFilter): Condition[] {
  return clientId ? [ofJobsOf(clientId)] : [];
}
