import { may } from '../domain/staff/capabilities.js';
import type { Audience } from '../visibility/audience.js';
import { internal } from '../visibility/audience.js';
import { declareEnum } from '../visibility/declare.js';
import type { ShareState } from './share-state.js';

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
  internal,
  'Whether the change just made waits to be shared, or why not.',
  {
    PENDING: 'The prompt waits: review it and send.',
    PORTAL_DISABLED: 'The Client Portal is off in Business Settings → Site.',
    NO_CLIENT_ATTACHED: 'The job has no client.',
    NOT_SCHEDULED: 'The first visit is not on the calendar yet.',
    NOTHING_TO_SHARE: 'Nothing that the client could see has changed since the last review.',
    ROLE_CANNOT_SHARE: 'Your role does not share; whoever may will find what you changed.',
  },
);

/** Where a job stands for somebody of this audience. */
export function promptStatus(state: ShareState, audience: Audience): SharePromptStatus {
  if (!may(audience, 'SHARE')) return 'ROLE_CANNOT_SHARE';
  return obstacle(state) ?? (state.prompt?.waiting ? 'PENDING' : 'NOTHING_TO_SHARE');
}

/** What keeps a prompt from appearing at all, whoever looks. */
export function obstacle(state: ShareState) {
  if (!state.portalEnabled) return 'PORTAL_DISABLED';
  if (!state.client) return 'NO_CLIENT_ATTACHED';
  if (!state.scheduled) return 'NOT_SCHEDULED';
  return null;
}
