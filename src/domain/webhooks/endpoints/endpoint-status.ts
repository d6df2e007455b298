import { declareEnum } from '../../../visibility/declare/enums.js';
import { registrars } from '../webhook-kinds.js';

export const WebhookEndpointStatus = { ENABLED: 'ENABLED', DISABLED: 'DISABLED' } as const;
export type WebhookEndpointStatus = keyof typeof WebhookEndpointStatus;
declareEnum(
  WebhookEndpointStatus,
  'WebhookEndpointStatus',
  registrars,
  'Whether events are sent to an endpoint.',
  {
    ENABLED: 'Events are sent.',
    DISABLED: 'Switched off: events are neither sent nor kept for later.',
  },
);

export const WebhookDisabledReason = {
  BY_STAFF: 'BY_STAFF',
  REGISTRAR_LOST_ACCESS: 'REGISTRAR_LOST_ACCESS',
  FAILING: 'FAILING',
  GONE: 'GONE',
  TOO_MANY_WAITING: 'TOO_MANY_WAITING',
} as const;
export type WebhookDisabledReason = keyof typeof WebhookDisabledReason;
declareEnum(
  WebhookDisabledReason,
  'WebhookDisabledReason',
  registrars,
  'Why an endpoint is switched off.',
  {
    BY_STAFF: 'Switched off by a staff member.',
    REGISTRAR_LOST_ACCESS:
      'The person who registered it has left the business or may no longer manage webhooks. Somebody who may can switch it on again.',
    FAILING: 'Every attempt of three days failed.',
    GONE: 'The address answered 410 Gone.',
    TOO_MANY_WAITING: 'More than 10,000 deliveries were waiting.',
  },
);
