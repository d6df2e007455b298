import { v7 } from 'uuid';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import { lockBusinessToChange } from '../../business/profile/update-business.js';
import { lockEntity } from '../../common/find-referenced.js';
import { staffOf } from '../../jobs/lock-job.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { WebhookDelivery } from '../deliveries/webhook-delivery.entity.js';
import { cancelWaiting, removeDeliveries } from '../sending/statements.js';
import type { CreateWebhookEndpointInput, UpdateWebhookEndpointInput } from '../webhook.inputs.js';
import { readTopics, TEST_EVENT } from '../webhook-kinds.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

export const MAX_ENDPOINTS = 10;

/** Registers an endpoint for the actor. Throws CONFLICT for more than ten. The address was checked before. */
export async function createEndpoint(
  unit: Unit,
  { url, topics, description }: CreateWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  const { businessId, staffId } = staffOf(unit);
  await lockBusinessToChange(unit);
  if ((await unit.em.count(WebhookEndpoint, { businessId })) >= MAX_ENDPOINTS)
    throw conflict(`A business has at most ${MAX_ENDPOINTS} webhook endpoints; remove one first.`);
  return unit.em.create(
    WebhookEndpoint,
    {
      businessId,
      url,
      topics: readTopics(topics),
      description: description || null,
      registeredBy: unit.em.getReference(StaffMember, staffId),
      createdAt: unit.now,
    },
    { partial: true },
  );
}

/** Updates an endpoint. Who changes the address or switches it on becomes its registrar. */
export async function updateEndpoint(
  unit: Unit,
  { id, url, topics, description, enabled }: UpdateWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  const endpoint = await lockEntity(unit, WebhookEndpoint, id);
  if (topics) endpoint.topics = readTopics(topics);
  if (description !== undefined) endpoint.description = description || null;
  const isSwitchedOn = enabled === true && endpoint.status === 'DISABLED';
  if ((url && url !== endpoint.url) || isSwitchedOn) {
    endpoint.url = url ?? endpoint.url;
    endpoint.registeredBy = unit.em.getReference(StaffMember, staffOf(unit).staffId);
  }
  if (isSwitchedOn) endpoint.enable();
  if (enabled === false && endpoint.status === 'ENABLED') {
    endpoint.disable('BY_STAFF', unit.now);
    await cancelWaiting(unit, endpoint.id);
  }
  return endpoint;
}

/** Removes an endpoint with its deliveries. Throws NOT_FOUND. */
export async function removeEndpoint(unit: Unit, id: string): Promise<void> {
  unit.em.remove(await lockEntity(unit, WebhookEndpoint, id));
  await removeDeliveries(unit, id);
}

/** Queues an event that says nothing, to try an endpoint. Throws CONFLICT while it is switched off. */
export async function queueTest(unit: Unit, endpointId: string): Promise<WebhookDelivery> {
  const endpoint = await lockEntity(unit, WebhookEndpoint, endpointId);
  refuseDisabled(endpoint);
  const [row] = await unit.sql.rows<{ position: string }>(NEXT_POSITION, []);
  return unit.em.create(
    WebhookDelivery,
    {
      businessId: endpoint.businessId,
      endpoint,
      position: row?.position,
      eventId: v7(),
      type: TEST_EVENT,
      recordKind: 'TEST',
      // Of its own, so that it waits for nothing.
      recordId: v7(),
      recordUpdatedAt: unit.now,
      createdAt: unit.now,
      nextAttemptAt: unit.now,
    },
    { partial: true },
  );
}

/** Sends the event of a delivery again, at once. Throws NOT_FOUND; CONFLICT while its endpoint is switched off. */
export async function redeliver(unit: Unit, id: string): Promise<WebhookDelivery> {
  const delivery = await lockEntity(unit, WebhookDelivery, id);
  refuseDisabled(await unit.em.findOneOrFail(WebhookEndpoint, delivery.endpoint.id));
  delivery.sendAgain(unit.now);
  return delivery;
}

function refuseDisabled({ status }: WebhookEndpoint): void {
  if (status === 'DISABLED') throw conflict('The endpoint is switched off; switch it on first.');
}

const NEXT_POSITION = `select nextval('webhook_delivery_order')::text as position`;
