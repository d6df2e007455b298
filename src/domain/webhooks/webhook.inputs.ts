import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bounded, ListOf, opaque, wholeNumber } from '../../visibility/bounds.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { connectionOf } from '../common/connection.js';
import { OptionalLine } from '../common/text.js';
import { WebhookDelivery } from './deliveries/webhook-delivery.entity.js';
import { MAX_OVERLAP_HOURS, WebhookEndpoint } from './endpoints/webhook-endpoint.entity.js';
import { MAX_TOPICS, registrars } from './webhook-kinds.js';

const optional = { nullable: true };
const MAX_URL_LENGTH = 1_000;
const URL_DESCRIPTION =
  'Address that events are posted to: https, on a public network, without user name and password.';

export const WebhookDeliveryConnection = connectionOf(
  () => WebhookDelivery,
  'WebhookDelivery',
  registrars,
);

@InputType({ description: 'Endpoint to register.' })
export class CreateWebhookEndpointInput {
  @Bounded(opaque(MAX_URL_LENGTH))
  @FieldFor(registrars, URL_DESCRIPTION, () => String)
  url!: string;

  @ListOf(MAX_TOPICS, opaque(100))
  @FieldFor(
    registrars,
    'Events to send, as in `webhookTopics`: `job.created`, `job.*`, `*`.',
    () => [String],
  )
  topics!: string[];

  @OptionalLine(200)
  @FieldFor(registrars, 'What it is for, in words.', () => String, optional)
  description?: string | null;
}

@InputType({ description: 'Changes to an endpoint; what is left out stays as it is.' })
export class UpdateWebhookEndpointInput {
  @FieldFor(registrars, 'Endpoint ID.', () => ID)
  id!: string;

  @Bounded(opaque(MAX_URL_LENGTH))
  @FieldFor(registrars, URL_DESCRIPTION, () => String, optional)
  url?: string | null;

  @ListOf(MAX_TOPICS, opaque(100))
  @FieldFor(registrars, 'Events to send, as in `webhookTopics`.', () => [String], optional)
  topics?: string[] | null;

  @OptionalLine(200)
  @FieldFor(registrars, 'What it is for, in words.', () => String, optional)
  description?: string | null;

  @FieldFor(
    registrars,
    'False switches it off and cancels what waits; true switches it on again, from the next change on.',
    () => Boolean,
    optional,
  )
  enabled?: boolean | null;
}

@InputType({ description: 'Input of rotateWebhookSecret.' })
export class RotateWebhookSecretInput {
  @FieldFor(registrars, 'Endpoint ID.', () => ID)
  id!: string;

  @Bounded(wholeNumber(0, MAX_OVERLAP_HOURS))
  @FieldFor(
    registrars,
    'Hours during which requests are signed with the present secret as well.',
    () => Int,
    { defaultValue: 24 },
  )
  overlapHours!: number;
}

@ObjectType({ description: 'Result of createWebhookEndpoint and rotateWebhookSecret.' })
export class WebhookSecretPayload {
  @FieldFor(registrars, 'The endpoint.', () => WebhookEndpoint)
  endpoint!: WebhookEndpoint;
}

@ObjectType({ description: 'Result of updateWebhookEndpoint.' })
export class WebhookEndpointPayload {
  @FieldFor(registrars, 'Updated endpoint.', () => WebhookEndpoint)
  endpoint!: WebhookEndpoint;
}

@ObjectType({ description: 'Result of removeWebhookEndpoint.' })
export class RemoveWebhookEndpointPayload {
  @FieldFor(registrars, 'ID of the removed endpoint.', () => ID)
  removedId!: string;
}

@ObjectType({ description: 'Result of redeliverWebhook and sendTestWebhook.' })
export class WebhookDeliveryPayload {
  @FieldFor(registrars, 'Delivery, which is sent at once.', () => WebhookDelivery)
  delivery!: WebhookDelivery;
}
