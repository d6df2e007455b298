import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import type { Ask, World } from '../harness/world.js';

/** Makes a business with this slug and an owner, who has sent nothing yet; returns the owner's session. */
export async function newBusiness(world: World, slug: string): Promise<Ask> {
  const businessId = v7();
  const email = `owner@${slug}.test`;
  await world.sql('insert into businesses (id, slug, name) values ($1, $2, $2)', [
    businessId,
    slug,
  ]);
  await world.sql(
    `insert into number_series (id, business_id, noun)
     select gen_random_uuid(), $1, noun from unnest(array['job', 'quote', 'invoice']) noun`,
    [businessId],
  );
  await world.sql(
    `insert into staff_members (id, business_id, name, email, role, password_hash)
     select $1, $2, 'Nell New', $3, 'BUSINESS_OWNER', password_hash
     from staff_members where email = 'owner@demo.jobglass.test'`,
    [v7(), businessId, email],
  );
  const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email, password: DEMO_PASSWORD },
  );
  return world.withToken(data.signIn.token);
}
