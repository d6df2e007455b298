import { Secret, TOTP } from 'otpauth';
import { codeOf } from '../harness/quotes.js';
import { type Answer, type Ask, until, type World } from '../harness/world.js';

export const PASSWORD = 'a long enough one';

let addresses = 0;

export function newAddress(): string {
  addresses += 1;
  return `person${addresses}@people.test`;
}

/** Answer of an operation that is written out; `data` is what its one root field returned. */
export async function call<T = never>(ask: Ask, text: string, variables: object = {}) {
  const { data, errors } = await ask<Record<string, T>, object>(text, variables);
  return {
    data: data ? (Object.values(data)[0] as T) : (null as T),
    code: codeOf({ errors } as Answer<unknown>),
    field: errors?.[0]?.extensions.field,
    message: errors?.[0]?.message,
  };
}

export interface SessionAnswer {
  token: string;
  staff: { id: string; name: string; email: string; role: string };
}

const SESSION = '{ token expiresAt staff { id name email role } }';

export function invite(ask: Ask, email: string, changes: object = {}) {
  const input = { email, name: 'Nora New', role: 'TRADIE', ...changes };
  return call<{ invitation: { id: string; expiresAt: string } }>(
    ask,
    `mutation ($input: InviteStaffMemberInput!) {
      inviteStaffMember(input: $input) { invitation { id name email role expiresAt invitedBy { name } } } }`,
    { input },
  );
}

export function accept(ask: Ask, token: string, password = PASSWORD) {
  return call<SessionAnswer>(
    ask,
    `mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) ${SESSION} }`,
    { token, password },
  );
}

export function signIn(
  { asVisitor }: World,
  email: string,
  password = PASSWORD,
  code: string | null = null,
) {
  return call<SessionAnswer>(
    asVisitor,
    `mutation ($email: String!, $password: String!, $code: String) {
      signIn(email: $email, password: $password, code: $code) ${SESSION} }`,
    { email, password, code },
  );
}

export function forgot({ asVisitor }: World, email: string) {
  return call<boolean>(
    asVisitor,
    'mutation ($email: String!) { requestPasswordReset(email: $email) }',
    { email },
  );
}

export function reset(
  { asVisitor }: World,
  token: string,
  password: string,
  code: string | null = null,
) {
  return call<SessionAnswer>(
    asVisitor,
    `mutation ($token: String!, $password: String!, $code: String) {
      resetPassword(token: $token, password: $password, code: $code) ${SESSION} }`,
    { token, password, code },
  );
}

/** The token of the newest link to a page in the mails to an address, once there are `count` such mails. */
export async function tokenTo(world: World, address: string, page: string, count = 1) {
  const links = await until(async () => {
    const mails = await world.mails(address);
    const found = mails.flatMap(({ links }) => links.filter((link) => link.includes(`/${page}#`)));
    return found.length >= count && found;
  });
  return links[0]?.split('#')[1] as string;
}

/** A new staff member who accepted an invitation. */
export async function hired(world: World, role = 'TRADIE') {
  const email = newAddress();
  await invite(await world.as('owner'), email, { role });
  const { data } = await accept(world.asVisitor, await tokenTo(world, email, 'invitation'));
  return { email, id: data.staff.id, token: data.token, ask: world.withToken(data.token) };
}

/** The code that an authenticator app shows at the time of the world's clock, some 30-second steps away. */
export function codeAt({ clock }: World, secret: string, steps = 0): string {
  const timestamp = clock.now().getTime() + steps * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Sets up a second factor; returns its secret and its recovery codes. */
export async function setUpFactor(world: World, ask: Ask, password = PASSWORD) {
  const begun = await call<{ secret: string; uri: string }>(
    ask,
    'mutation ($password: String!) { beginSecondFactor(password: $password) { secret uri } }',
    { password },
  );
  const { secret, uri } = begun.data;
  const confirmed = await confirmFactor(ask, codeAt(world, secret));
  return { secret, uri, recoveryCodes: confirmed.data.recoveryCodes };
}

export function confirmFactor(ask: Ask, code: string) {
  return call<{ recoveryCodes: string[] }>(
    ask,
    'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }',
    { code },
  );
}
