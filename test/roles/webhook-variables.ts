import { v7 } from 'uuid';
import type { Place } from './places.js';

/** Variables of the operations of webhooks. No event arises and nothing is sent: the addresses are refused. */
export const OF_WEBHOOKS: Record<string, (place: Place) => Promise<Record<string, unknown>>> = {
  'Mutation.createWebhookEndpoint': async ({ world, businessId }) => {
    await world.sql('delete from webhook_endpoints where business_id = $1', [businessId]);
    return { input: { url: 'https://9.9.9.9/hooks', topics: ['enquiry.removed'] } };
  },
  'Mutation.updateWebhookEndpoint': async (place) => ({
    input: { id: await anEndpoint(place), description: 'Bookkeeping' },
  }),
  'Mutation.rotateWebhookSecret': async (place) => ({ input: { id: await anEndpoint(place) } }),
  'Mutation.sendTestWebhook': async (place) => ({ id: await anEndpoint(place) }),
  'Mutation.redeliverWebhook': async (place) => ({ id: await aDelivery(place) }),
  'Mutation.removeWebhookEndpoint': async (place) => ({ id: await anEndpoint(place) }),
};

async function anEndpoint({ world, businessId }: Place): Promise<string> {
  const id = v7();
  await world.sql(
    `insert into webhook_endpoints (id, business_id, url, topics, registered_by_id, secret_id, created_at)
     values ($1, $2, 'https://127.0.0.1:9/hooks', '{enquiry.removed}', (select id from staff_members
       where business_id = $2 and role in ('BUSINESS_OWNER', 'SOLE_TRADER') and removed_at is null order by id limit 1),
       $1, now())`,
    [id, businessId],
  );
  return id;
}

async function aDelivery(place: Place): Promise<string> {
  const id = v7();
  await place.world.sql(
    `insert into webhook_deliveries (id, business_id, endpoint_id, position, event_id, type, record_kind, record_id,
       record_updated_at, status, created_at)
     values ($1, $2, $3, nextval('webhook_delivery_order'), $1, 'test', 'TEST', $1, now(), 'DELIVERED', now())`,
    [id, place.businessId, await anEndpoint(place)],
  );
  return id;
}
