import { type Mail, until, type World } from '../harness/world.js';
import {
  accept,
  call,
  forgot,
  invite,
  newAddress,
  PASSWORD,
  setUpFactor,
  tokenTo,
} from '../staff/people.js';

const NEXT_PASSWORD = 'another long password';

/** Sends one of each email to staff; the key is its name. */
export async function lettersToStaff(world: World): Promise<Record<string, Mail>> {
  const owner = await world.as('owner');
  const [email, next] = [newAddress(), newAddress()];
  await invite(owner, email, { name: 'Nora <b>New</b>' });
  const token = await tokenTo(world, email, 'invitation');
  const { data } = await accept(world.asVisitor, token);
  const ask = world.withToken(data.token);
  await forgot(world, email);
  await tokenTo(world, email, 'reset');
  await call(
    ask,
    'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
    { current: PASSWORD, next: NEXT_PASSWORD },
  );
  await call(
    ask,
    'mutation ($email: String!, $password: String!) { requestEmailChange(email: $email, password: $password) }',
    { email: next, password: NEXT_PASSWORD },
  );
  await call(world.asVisitor, 'mutation ($token: String!) { confirmEmailChange(token: $token) }', {
    token: await tokenTo(world, next, 'confirm-email'),
  });
  await setUpFactor(world, ask, NEXT_PASSWORD);
  await call(
    owner,
    'mutation ($id: ID!) { resetSecondFactor(staffMemberId: $id) { staffMember { id } } }',
    { id: data.staff.id },
  );
  await stopWebhooks(world);
  const about = (address: string, subject: RegExp) =>
    until(async () => (await world.mails(address)).find((mail) => subject.test(mail.subject)));
  return {
    invitation: await about(email, /^Join/),
    'password-reset': await about(email, /new password/),
    'password-changed': await about(email, /password was changed/),
    'email-confirm': await about(next, /Confirm/),
    'email-changed': await about(email, /address was changed/),
    'second-factor-reset': await about(next, /turned off/),
    'webhooks-off': await about('owner@demo.jobglass.test', /^Webhooks to/),
  };
}

/** An event is due at an endpoint whose registrar is a tradie by now. Nothing is sent there. */
async function stopWebhooks({ sql }: World): Promise<void> {
  await sql(`
    with registrar as (
      select m.id, m.business_id from staff_members m join businesses b on b.id = m.business_id
      where b.slug = 'bright-spark' and m.role = 'TRADIE' limit 1
    ), endpoint as (
      insert into webhook_endpoints (id, business_id, url, topics, registered_by_id, secret_id, created_at)
      select gen_random_uuid(), business_id, 'https://hooks.books.test/in', '{*}', id, gen_random_uuid(), now()
      from registrar returning id, business_id
    )
    insert into webhook_deliveries (id, business_id, endpoint_id, position, event_id, type, record_kind, record_id,
      record_updated_at, created_at, next_attempt_at)
    select gen_random_uuid(), business_id, id, nextval('webhook_delivery_order'), gen_random_uuid(), 'test', 'TEST',
      gen_random_uuid(), now(), now(), now() from endpoint`);
}
