import { may } from '../../../visibility/capabilities.js';
import { WEBHOOK_KINDS } from '../webhook-kinds.js';
import type { ClaimedDelivery } from './claimed-delivery.js';

/** Who sees the columns of a group that fewer see than the record (`domain/stamps/`). */
const READERS_OF_GROUP = {
  costs: 'SEE_COSTS',
  office: 'WRITE_SALES',
  sharing: 'SHARE',
} as const;

/** What becomes of an event, from what its registrar may see at this moment. */
type Decision = 'SEND' | 'HIDE' | 'WAIT' | 'STOP_ENDPOINT';

/**
 * Decides whether an event is sent: never to a registrar who has left or may not manage webhooks any more (the
 * endpoint stops), nor of records that their role may not see. While they must set up a second factor they see nothing.
 */
export function decide({ role, mustSetUp, recordKind, onlyGroups }: ClaimedDelivery): Decision {
  if (!role || !may(role, 'SWITCH_PORTAL')) return 'STOP_ENDPOINT';
  if (mustSetUp) return 'WAIT';
  const { audiences } = WEBHOOK_KINDS[recordKind];
  const isSeen =
    audiences.includes(role) &&
    (!onlyGroups || onlyGroups.some((group) => may(role, READERS_OF_GROUP[group])));
  return isSeen ? 'SEND' : 'HIDE';
}
