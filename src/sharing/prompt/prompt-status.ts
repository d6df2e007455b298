import type { Audience } from '../../visibility/audience.js';
import { staffOnly } from '../../visibility/audience.js';
import { may } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import type { ShareState } from '../state/share-state.js';

export const SharePromptStatus = {
  PENDING: 'PENDING',
  PORTAL_DISABLED: 'PORTAL_DISABLED',
  NO_CLIENT_ATTACHED: 'NO_CLIENT_ATTACHED',
  NOT_SCHEDULED: 'NOT_SCHEDULED',
  NOTHING_TO_SHARE: 'NOTHING_TO_SHARE',
  ROLE_CANNOT_SHARE: 'ROLE_CANNOT_SHARE',
} as const;
export type SharePromptStatus = (typeof SharePromptStatus)[keyof typeof SharePromptStatus];

declareEnum(
  SharePromptStatus,
  'SharePromptStatus',
  staffOnly,
  'Whether a share prompt is pending, or why not.',
  {
    PENDING: 'A share prompt is pending: review and send it.',
    PORTAL_DISABLED: 'The Client Portal is switched off in Business Settings → Site.',
    NO_CLIENT_ATTACHED: 'The job has no client.',
    NOT_SCHEDULED: 'The first visit is not on the calendar yet.',
    NOTHING_TO_SHARE: 'Nothing that the client may see has changed since the last review.',
    ROLE_CANNOT_SHARE: 'Your role may not share; staff who may share see the prompt.',
  },
);

/** Status of a job's share prompt for an audience. */
export function promptStatus(state: ShareState, audience: Audience): SharePromptStatus {
  if (!may(audience, 'SHARE')) return 'ROLE_CANNOT_SHARE';
  return obstacle(state) ?? (state.prompt?.waiting ? 'PENDING' : 'NOTHING_TO_SHARE');
}

/** Reason why the job cannot have a visible prompt, for any audience; null if it can. */
export function obstacle(state: ShareState) {
  if (!state.portalEnabled) return 'PORTAL_DISABLED';
  if (!state.client) return 'NO_CLIENT_ATTACHED';
  if (!state.scheduled) return 'NOT_SCHEDULED';
  return null;
}
