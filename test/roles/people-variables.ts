import { v7 } from 'uuid';
import { hashOfToken, newStaffToken } from '../../src/database/tokens.js';
import { HIRED_PASSWORD } from '../harness/staff.js';
import type { Place } from './places.js';

const PASSWORD = HIRED_PASSWORD;
const WRONG_CODE = { password: PASSWORD, code: '000000' };

/** Variables of the operations of staff members, their invitations, links, sessions and second factors. */
export const OF_PEOPLE: Record<string, (place: Place) => Promise<Record<string, unknown>>> = {
  'Mutation.requestPasswordReset': async () => ({ email: `${v7()}@staff.test` }),
  'Mutation.resetPassword': async (place) => ({
    token: await aStaffLink(place, 'PASSWORD_RESET'),
    password: PASSWORD,
  }),
  'Mutation.updateOwnProfile': async () => ({ input: { phone: '0499 123 456' } }),
  'Mutation.requestEmailChange': async () => ({ email: `${v7()}@staff.test`, password: PASSWORD }),
  'Mutation.confirmEmailChange': async (place) => ({
    token: await aStaffLink(place, 'EMAIL_CHANGE'),
  }),
  'Mutation.endSession': async (place) => ({ id: await aSession(place) }),
  'Mutation.beginSecondFactor': async () => ({ password: PASSWORD }),
  'Mutation.confirmSecondFactor': async () => ({ code: '000000' }),
  'Mutation.renewRecoveryCodes': async () => WRONG_CODE,
  'Mutation.turnOffSecondFactor': async () => WRONG_CODE,
  'Mutation.requireSecondFactorFor': async () => ({ roles: [] }),
  'Mutation.resetSecondFactor': async (place) => ({ staffMemberId: await aGuardedMember(place) }),
  'Mutation.inviteStaffMember': async () => ({ input: invited('TRADIE') }),
  'Mutation.inviteStaffMember/an owner': async () => ({ input: invited('BUSINESS_OWNER') }),
  'Mutation.cancelInvitation': async (place) => ({ id: (await anInvitation(place)).id }),
  'Mutation.cancelInvitation/of an owner': async (place) => ({
    id: (await anInvitation(place, 'BUSINESS_OWNER')).id,
  }),
  'Mutation.createApiKey': async () => ({ input: { name: 'Sync', capabilities: ['WRITE_JOBS'] } }),
  'Mutation.endApiKey': async (place) => ({ id: await anApiKey(place) }),
  'Mutation.acceptInvitation': async (place) => ({
    token: (await anInvitation(place)).token,
    password: PASSWORD,
  }),
};

function invited(role: string) {
  return { name: 'Nora New', email: `${v7()}@staff.test`, role };
}

// Written to the database: mails for so many would take long, and only the mail has the token.

async function anInvitation({ world, businessId }: Place, role = 'TRADIE') {
  const [id, token] = [v7(), newStaffToken()];
  await world.sql(
    `insert into invitations (id, business_id, name, email, role, invited_by_id, token_id, token_hash, sent_at, expires_at)
     values ($1, $2, 'Nora New', $3, $4, (select id from staff_members where business_id = $2
         and role in ('BUSINESS_OWNER', 'SOLE_TRADER') and removed_at is null order by id limit 1),
       $1, $5, now(), now() + interval '1 day')`,
    [id, businessId, `${id}@staff.test`, role, hashOfToken(token)],
  );
  return { id, token };
}

async function anApiKey({ world, businessId }: Place): Promise<string> {
  const id = v7();
  await world.sql(
    `insert into api_keys (id, business_id, created_by_id, name, prefix, token_hash, capabilities, created_at)
     select $1, $2, m.id, 'Sync', 'jgk_abcd', $3, '{}', now() from staff_members m
     where m.business_id = $2 and m.removed_at is null order by m.id limit 1`,
    [id, businessId, id],
  );
  return id;
}

async function aMember({ world, businessId }: Place): Promise<string> {
  const id = v7();
  await world.sql(
    `insert into staff_members (id, business_id, name, email, role, password_hash)
     values ($1, $2, 'Nora New', $3, 'TRADIE', 'none')`,
    [id, businessId, `${id}@staff.test`],
  );
  return id;
}

async function aStaffLink(place: Place, purpose: string): Promise<string> {
  const token = newStaffToken();
  await place.world.sql(
    `insert into staff_links (id, business_id, staff_member_id, purpose, email, token_hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, now(), now() + interval '1 hour')`,
    [
      v7(),
      place.businessId,
      await aMember(place),
      purpose,
      `${v7()}@staff.test`,
      hashOfToken(token),
    ],
  );
  return token;
}

async function aSession(place: Place): Promise<string> {
  const id = v7();
  await place.world.sql(
    `insert into staff_sessions (id, business_id, staff_member_id, token_hash, expires_at)
     values ($1, $2, $3, $4, now() + interval '1 hour')`,
    [id, place.businessId, await aMember(place), hashOfToken(newStaffToken())],
  );
  return id;
}

async function aGuardedMember(place: Place): Promise<string> {
  const id = await aMember(place);
  await place.world.sql(
    `insert into second_factors (id, business_id, staff_member_id, sealed_secret, confirmed_at)
     values ($1, $2, $3, 'sealed', now())`,
    [v7(), place.businessId, id],
  );
  return id;
}
