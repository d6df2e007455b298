import { v7 } from 'uuid';
import { mailedToken } from '../../src/database/tokens.js';
import * as ops from '../operations.gen.js';
import { type Ask, ask, type World } from './world.js';

/** Password of those who are hired. */
export const HIRED_PASSWORD = 'a long enough one';

/**
 * Adds somebody to the staff, who accepts the invitation. Its token is derived from the database and not read in the
 * mail, which would have to be waited for.
 */
export async function hire(
  world: World,
  manager: Ask,
  input: ops.AddStaffMemberInput,
): Promise<{ id: string; email: string; token: string; ask: Ask }> {
  const { data, errors } = await manager(ops.AddStaffMemberDocument, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  const { id, email } = data.addStaffMember.staffMember;
  const accepted = await world.asVisitor<{ acceptInvitation: { token: string } }, object>(
    'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { token } }',
    { token: await invitationToken(world, email), password: HIRED_PASSWORD },
  );
  if (accepted.errors) throw new Error(JSON.stringify(accepted.errors));
  const { token } = accepted.data.acceptInvitation;
  return { id, email, token, ask: ask(world.url, token) };
}

/** The token in the newest mail to an invited address. */
export async function invitationToken({ sql, running }: World, email: string): Promise<string> {
  const { rows } = await sql(
    'select token_id from invitations where email = $1 order by sent_at desc limit 1',
    [email],
  );
  return mailedToken(running.services.config.secret, 'INVITATION', String(rows[0]?.token_id));
}

/**
 * Writes a staff member of the demo's business to the database, where a test counts their mails: an invitation would be
 * among them. They have no password that anybody knows.
 */
export async function insertColleague<P extends { name: string; email: string }>(
  { sql }: World,
  person: P & { role: ops.StaffRole },
): Promise<{ id: string } & P> {
  const id = v7();
  await sql(
    `insert into staff_members (id, business_id, name, email, role, password_hash)
     select $1, id, $2, $3, $4, 'none' from businesses where slug = 'bright-spark'`,
    [id, person.name, person.email, person.role],
  );
  return { ...person, id };
}
