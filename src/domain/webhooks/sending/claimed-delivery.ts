import type { StaffRole } from '../../staff/staff-member.entity.js';
import type { WebhookKind } from '../webhook-kinds.js';

/** Delivery of which an attempt begins, with its endpoint and the registrar as they are now. */
export interface ClaimedDelivery {
  id: string;
  businessId: string;
  endpointId: string;
  eventId: string;
  type: string;
  recordKind: WebhookKind;
  recordId: string;
  recordUpdatedAt: Date;
  /** Groups of columns that changed, if all are seen by some roles only. */
  onlyGroups: ('costs' | 'office' | 'sharing')[] | null;
  /** Attempts, this one included. */
  attempts: number;
  createdAt: Date;
  url: string;
  secretId: string;
  previousSecretId: string | null;
  previousSecretUntil: Date | null;
  failingSince: Date | null;
  /** Null if the registrar has left the business. */
  role: StaffRole | null;
  /** Whether the registrar must set up a second factor before they see anything. */
  mustSetUp: boolean;
}
