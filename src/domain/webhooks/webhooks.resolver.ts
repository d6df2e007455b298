import { Ctx, ID, Resolver, Root } from 'type-graphql';
import type { Lookup } from '../../database/reader/reader.js';
import { webhookSecret } from '../../database/tokens.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import type { StaffContext } from '../common/context.js';
import { lockEntity } from '../common/find-referenced.js';
import { BelongsTo, PageOf, type Related } from '../common/relations.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { WebhookDelivery } from './deliveries/webhook-delivery.entity.js';
import {
  createEndpoint,
  MAX_ENDPOINTS,
  queueTest,
  redeliver,
  removeEndpoint,
  updateEndpoint,
} from './endpoints/change-endpoint.js';
import { WebhookEndpoint } from './endpoints/webhook-endpoint.entity.js';
import { checkAddress } from './sending/check-address.js';
import {
  CreateWebhookEndpointInput,
  RemoveWebhookEndpointPayload,
  RotateWebhookSecretInput,
  UpdateWebhookEndpointInput,
  WebhookDeliveryConnection,
  WebhookDeliveryPayload,
  WebhookEndpointPayload,
  WebhookSecretPayload,
} from './webhook.inputs.js';
import { registrars, WEBHOOK_TOPICS } from './webhook-kinds.js';

@Resolver(() => WebhookEndpoint)
export class WebhooksResolver {
  @BelongsTo(
    registrars,
    'Person for whom events are sent: only what they may see is sent, and nothing once they may not manage webhooks.',
    () => StaffMember,
  )
  registeredBy!: Related<StaffMember>;

  @PageOf(
    'deliveries',
    registrars,
    () => WebhookDeliveryConnection,
    () => WebhookDelivery,
    'endpoint',
  )
  deliveries!: Related<InstanceType<typeof WebhookDeliveryConnection>>;

  @QueryFor(registrars, 'Webhook endpoints of the business, newest first.', () => [WebhookEndpoint])
  async webhookEndpoints(@Ctx() { reader }: StaffContext) {
    return (await reader.page(WebhookEndpoint, { first: MAX_ENDPOINTS })).nodes;
  }

  @QueryFor(registrars, 'Topics that an endpoint can have.', () => [String])
  webhookTopics(): string[] {
    return WEBHOOK_TOPICS;
  }

  @MutationFor(
    registrars,
    'Registers an address to which events of the business are sent, as you may see them. At most ten.',
    () => WebhookSecretPayload,
  )
  async createWebhookEndpoint(
    @ArgFor(registrars, 'input', 'Endpoint to register.', () => CreateWebhookEndpointInput)
    input: CreateWebhookEndpointInput,
    @Ctx() { change, config }: StaffContext,
  ) {
    const url = await checkAddress(input.url, config.webhooks);
    return change(async (unit) => ({ endpoint: await createEndpoint(unit, { ...input, url }) }));
  }

  @MutationFor(
    registrars,
    'Changes an endpoint, or switches it on or off. Who changes its address or switches it on becomes its registrar.',
    () => WebhookEndpointPayload,
  )
  async updateWebhookEndpoint(
    @ArgFor(registrars, 'input', 'Changes to make.', () => UpdateWebhookEndpointInput)
    input: UpdateWebhookEndpointInput,
    @Ctx() { change, config }: StaffContext,
  ) {
    const url = input.url && (await checkAddress(input.url, config.webhooks));
    return change(async (unit) => ({ endpoint: await updateEndpoint(unit, { ...input, url }) }));
  }

  @MutationFor(
    registrars,
    'Removes an endpoint and the list of its deliveries.',
    () => RemoveWebhookEndpointPayload,
  )
  removeWebhookEndpoint(
    @ArgFor(registrars, 'id', 'Endpoint ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      await removeEndpoint(unit, id);
      return { removedId: id };
    });
  }

  @MutationFor(
    registrars,
    'Gives an endpoint a new secret. Requests are signed with both until the overlap is over.',
    () => WebhookSecretPayload,
  )
  rotateWebhookSecret(
    @ArgFor(registrars, 'input', 'Which, and for how long.', () => RotateWebhookSecretInput)
    { id, overlapHours }: RotateWebhookSecretInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const endpoint = await lockEntity(unit, WebhookEndpoint, id);
      endpoint.rotateSecret(unit.now, overlapHours);
      return { endpoint };
    });
  }

  @MutationFor(
    registrars,
    'Sends an event of the type `test` to an endpoint.',
    () => WebhookDeliveryPayload,
  )
  sendTestWebhook(
    @ArgFor(registrars, 'id', 'Endpoint ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ delivery: await queueTest(unit, id) }));
  }

  @MutationFor(
    registrars,
    'Sends the event of a delivery again, at once and with all attempts before it. Later events of the same record wait for it.',
    () => WebhookDeliveryPayload,
  )
  redeliverWebhook(
    @ArgFor(registrars, 'id', 'Delivery ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ delivery: await redeliver(unit, id) }));
  }
}

/** The secret is no part of the payload itself, whose values are kept with the key of the request. */
@Resolver(() => WebhookSecretPayload)
export class WebhookSecretResolver {
  @ResolvedFieldFor(
    registrars,
    'Secret with which its requests are signed (`whsec_…`). Keep it now: it is not shown again.',
    () => String,
  )
  async secret(
    @Root() { endpoint }: WebhookSecretPayload,
    @Ctx() { reader, config }: StaffContext,
  ): Promise<string> {
    const secretId = await reader.lookup(secretIds, endpoint.id);
    if (!secretId) throw notFound();
    return webhookSecret(config.secret, secretId);
  }
}

const secretIds: Lookup<string> = {
  sql: 'select id, secret_id as "secretId" from webhook_endpoints where business_id = $1 and id = any($2::uuid[])',
  answer: ({ secretId }) => String(secretId),
};
