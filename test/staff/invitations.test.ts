import { StaffRole } from '../../src/domain/staff/staff-member.entity.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import {
  accept,
  call,
  forgot,
  hired,
  invite,
  newAddress,
  PASSWORD,
  signIn,
  tokenTo,
} from './people.js';

const DAY_MS = 86_400_000;

let world: World;
let owner: Ask;
let admin: Ask;
beforeAll(async () => {
  world = await openWorld();
  [owner, admin] = await Promise.all([world.as('owner'), world.as('admin')]);
});
afterAll(() => world.close());

async function pending(ask: Ask) {
  const { data } = await call<{ nodes: { id: string; email: string }[] }>(
    ask,
    '{ invitations { nodes { id email name role sentAt expiresAt invitedBy { name } } } }',
  );
  return data.nodes.map(({ email }) => email);
}

function cancel(ask: Ask, id: string) {
  return call(ask, 'mutation ($id: ID!) { cancelInvitation(id: $id) { invitation { id } } }', {
    id,
  });
}

it('an owner invites somebody, who chooses a password and is signed in', async () => {
  const email = newAddress();
  const { data, code } = await invite(owner, ` ${email.toUpperCase()} `, { role: 'SUPERVISOR' });
  expect(code).toBeUndefined();
  expect(data.invitation).toMatchObject({ email, role: 'SUPERVISOR' });
  expect(await pending(admin)).toContain(email);
  const { data: session } = await accept(
    world.asVisitor,
    await tokenTo(world, email, 'invitation'),
  );
  expect(session.staff).toMatchObject({ name: 'Nora New', email, role: 'SUPERVISOR' });
  const me = await call(world.withToken(session.token), '{ me { name role } }');
  expect(me.data).toEqual({ name: 'Nora New', role: 'SUPERVISOR' });
  expect(await pending(admin)).not.toContain(email);
  expect((await signIn(world, email)).data.staff.email).toBe(email);
});

it('anybody can be invited to any role', async () => {
  for (const role of Object.values(StaffRole))
    expect(await invite(owner, newAddress(), { role })).toMatchObject({
      data: { invitation: { role } },
    });
});

it('only the hash of its token is stored', async () => {
  const email = newAddress();
  await invite(owner, email);
  const token = await tokenTo(world, email, 'invitation');
  const { rows } = await world.sql(
    'select (select json_agg(i) from invitations i)::text || (select json_agg(o) from outgoing_emails o)::text as text',
  );
  expect(String(rows[0]?.text)).toContain(email);
  expect(String(rows[0]?.text)).not.toContain(token);
});

it('asking again sends a new link, and the older one dies', async () => {
  const email = newAddress();
  await invite(owner, email);
  const first = await tokenTo(world, email, 'invitation');
  await invite(owner, email, { name: 'Nora Newer' });
  const second = await tokenTo(world, email, 'invitation', 2);
  expect((await pending(owner)).filter((each) => each === email)).toHaveLength(1);
  expect((await accept(world.asVisitor, first)).code).toBe('NOT_FOUND');
  expect((await accept(world.asVisitor, second)).data.staff.name).toBe('Nora Newer');
});

it('a link works once, and for seven days', async () => {
  const [used, late] = [newAddress(), newAddress()];
  await Promise.all([invite(owner, used), invite(owner, late)]);
  const usedToken = await tokenTo(world, used, 'invitation');
  const lateToken = await tokenTo(world, late, 'invitation');
  expect((await accept(world.asVisitor, usedToken)).code).toBeUndefined();
  expect((await accept(world.asVisitor, usedToken)).code).toBe('NOT_FOUND');
  const other = await openWorldAWeekLater(lateToken);
  expect(other).toBe('NOT_FOUND');
});

/** Moves the expiry instead of the clock, which would end the sessions of the other tests. */
async function openWorldAWeekLater(token: string) {
  await world.sql('update invitations set expires_at = expires_at - $1::interval', [
    `${7 * DAY_MS} milliseconds`,
  ]);
  return (await accept(world.asVisitor, token)).code;
}

it('a cancelled invitation cannot be accepted', async () => {
  const email = newAddress();
  const { data } = await invite(admin, email);
  const token = await tokenTo(world, email, 'invitation');
  expect((await cancel(admin, data.invitation.id)).code).toBeUndefined();
  expect((await cancel(admin, data.invitation.id)).code).toBe('NOT_FOUND');
  expect((await accept(world.asVisitor, token)).code).toBe('NOT_FOUND');
  expect(await pending(owner)).not.toContain(email);
});

it('two who accept at once make one member', async () => {
  const email = newAddress();
  await invite(owner, email);
  const token = await tokenTo(world, email, 'invitation');
  const both = await Promise.all([accept(world.asVisitor, token), accept(world.asVisitor, token)]);
  expect(both.map(({ code }) => code).sort()).toEqual(['NOT_FOUND', undefined]);
  const { rows } = await world.sql('select id from staff_members where email = $1', [email]);
  expect(rows).toHaveLength(1);
});

it('an invitation dies with the right of the person who sent it, until somebody else sends it again', async () => {
  const [email, boss] = [newAddress(), await hired(world, 'ADMIN')];
  await invite(boss.ask, email);
  const token = await tokenTo(world, email, 'invitation');
  await call(
    owner,
    `mutation ($id: ID!) {
      updateStaffMember(input: { id: $id, role: TRADIE }) { staffMember { id } } }`,
    { id: boss.id },
  );
  expect((await accept(world.asVisitor, token)).code).toBe('NOT_FOUND');
  await invite(owner, email);
  const again = await tokenTo(world, email, 'invitation', 2);
  expect((await accept(world.asVisitor, again)).code).toBeUndefined();
});

it('an admin neither invites owners nor touches their invitations', async () => {
  const email = newAddress();
  expect((await invite(admin, email, { role: 'BUSINESS_OWNER' })).code).toBe('FORBIDDEN');
  const { data } = await invite(owner, email, { role: 'BUSINESS_OWNER' });
  expect((await invite(admin, email)).code).toBe('FORBIDDEN');
  expect((await cancel(admin, data.invitation.id)).code).toBe('FORBIDDEN');
  expect(await pending(owner)).toContain(email);
});

it('the address of a colleague is refused; one of another business is told on accepting only', async () => {
  const colleague = await invite(owner, 'tradie@demo.jobglass.test');
  expect(colleague).toMatchObject({ code: 'VALIDATION_FAILED', field: 'input.email' });
  const stranger = 'soletrader@demo.jobglass.test';
  expect((await invite(owner, stranger)).code).toBeUndefined();
  const refused = await accept(world.asVisitor, await tokenTo(world, stranger, 'invitation'));
  expect(refused.code).toBe('CONFLICT');
  expect(await pending(owner)).toContain(stranger);
});

it('another business sees and cancels none of it', async () => {
  const { data } = await invite(owner, newAddress());
  const stranger = await world.as('soletrader');
  expect(await pending(stranger)).toEqual([]);
  expect((await cancel(stranger, data.invitation.id)).code).toBe('NOT_FOUND');
});

it('a short password keeps the invitation open', async () => {
  const email = newAddress();
  await invite(owner, email);
  const token = await tokenTo(world, email, 'invitation');
  expect(await accept(world.asVisitor, token, 'short')).toMatchObject({
    code: 'VALIDATION_FAILED',
    field: 'password',
  });
  expect((await accept(world.asVisitor, token, PASSWORD)).code).toBeUndefined();
});

it('one address gets five invitations an hour at most', async () => {
  const email = newAddress();
  for (let time = 0; time < 5; time += 1) expect((await invite(owner, email)).code).toBeUndefined();
  expect((await invite(owner, email)).code).toBe('RATE_LIMITED');
  expect((await forgot(world, email)).data).toBe(true);
});
