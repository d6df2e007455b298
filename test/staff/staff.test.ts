import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { following, refusal, sessionOf } from '../harness/live.js';
import { codeOf } from '../harness/quotes.js';
import { HIRED_PASSWORD, hire, invitationToken } from '../harness/staff.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let admin: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  admin = await world.as('admin');
});
afterAll(() => world.close());

const PASSWORD = HIRED_PASSWORD;
let addresses = 0;

function newcomer(changes: Record<string, unknown> = {}) {
  addresses += 1;
  const email = `newcomer${addresses}@staff.test`;
  return { name: 'Nora New', email, role: 'TRADIE' as const, ...changes };
}

async function added(ask: Ask, changes: Record<string, unknown> = {}) {
  const input = newcomer(changes);
  const { data, errors } = await ask(ops.AddStaffMemberDocument, { input });
  expect(errors).toBeUndefined();
  return data.addStaffMember.staffMember;
}

/** Added, and accepted the invitation. */
function hired(ask: Ask, changes: Record<string, unknown> = {}) {
  return hire(world, ask, newcomer(changes));
}

async function accept(email: string) {
  const { data, errors } = await world.asVisitor<{ acceptInvitation: { token: string } }, object>(
    'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { token } }',
    { token: await invitationToken(world, email), password: PASSWORD },
  );
  return { token: data?.acceptInvitation.token, code: codeOf({ errors }) };
}

async function signedIn(email: string, password = PASSWORD) {
  const { data, errors } = await world.asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email, password },
  );
  return { token: data?.signIn.token, code: codeOf({ errors }) };
}

async function namesOf(ask: Ask) {
  const { data } = await ask(ops.StaffMembersDocument);
  return data.staffMembers.map(({ name }) => name);
}

/** Snapshot of the staff, to check that a refusal changed nobody. */
async function kept() {
  const { rows } = await world.sql('select * from staff_members order by id');
  return rows;
}

/** Returns the error, after checking that it changed nobody. */
async function refusedWith(attempt: () => ReturnType<Ask>) {
  const before = await kept();
  const { errors } = await attempt();
  expect(await kept()).toEqual(before);
  const { code, field } = errors?.[0]?.extensions ?? { code: 'none' };
  return field ? `${code} ${field}` : code;
}

describe('an owner who adds a staff member', () => {
  it('adds them with the given data, and they sign in once they have accepted the mailed invitation', async () => {
    const member = await added(owner, {
      email: ' Nora@Staff.test ',
      password: 'chosen by the owner',
      phone: '0499 123 456',
      hourlyCostCents: 4200,
    });
    expect(member).toMatchObject({
      name: 'Nora New',
      email: 'nora@staff.test',
      phone: '+61499123456',
      role: 'TRADIE',
      hourlyCostCents: 4200,
    });
    expect((await signedIn('nora@staff.test', 'chosen by the owner')).code).toBe('UNAUTHENTICATED');
    const [mail] = await world.mailsTo('nora@staff.test', 1);
    expect(mail?.links.join()).toContain(
      `/invitation#${await invitationToken(world, 'nora@staff.test')}`,
    );
    const { token } = await accept('nora@staff.test');
    expect((await signedIn('nora@staff.test')).code).toBeUndefined();
    const { data } = await world.withToken(token as string)<{ me: object }, object>(
      '{ me { name role } }',
    );
    expect(data.me).toEqual({ name: 'Nora New', role: 'TRADIE' });
  });

  it('changes their role, from their next request on', async () => {
    const { id, ask } = await hired(owner);
    expect(codeOf(await ask(ops.ClientsDocument, {}))).toBe('FORBIDDEN');
    const { data } = await owner(ops.UpdateStaffMemberDocument, {
      input: { id, role: 'SUPERVISOR', name: 'Nora Newer', phone: null, hourlyCostCents: 1 },
    });
    expect(data.updateStaffMember.staffMember).toMatchObject({
      role: 'SUPERVISOR',
      name: 'Nora Newer',
      phone: null,
      hourlyCostCents: 1,
    });
    expect(codeOf(await ask(ops.ClientsDocument, {}))).toBeUndefined();
  });

  it('gets an error for invalid input, and nobody is added', async () => {
    const adding = (changes: Record<string, unknown>) =>
      refusedWith(() => owner(ops.AddStaffMemberDocument, { input: newcomer(changes) }));
    expect(await adding({ name: ' ' })).toBe('VALIDATION_FAILED input.name');
    expect(await adding({ email: 'nowhere' })).toBe('VALIDATION_FAILED input.email');
    expect(await adding({ email: '' })).toBe('VALIDATION_FAILED input.email');
    expect(await adding({ phone: '12' })).toBe('VALIDATION_FAILED input.phone');
    expect(await adding({ hourlyCostCents: -1 })).toBe('VALIDATION_FAILED input.hourlyCostCents');
    const { id } = await added(owner);
    for (const field of ['name', 'role', 'hourlyCostCents'])
      expect(
        await refusedWith(() =>
          owner(ops.UpdateStaffMemberDocument, { input: { id, [field]: null } }),
        ),
      ).toBe(`VALIDATION_FAILED input.${field}`);
  });

  it('cannot add the address of a colleague, and learns nothing about that of a stranger', async () => {
    expect(
      await refusedWith(() =>
        owner(ops.AddStaffMemberDocument, {
          input: newcomer({ email: 'TRADIE@demo.jobglass.test ' }),
        }),
      ),
    ).toBe('VALIDATION_FAILED input.email');
    const email = 'soletrader@demo.jobglass.test';
    const { id } = await added(owner, { email });
    // Only its holder learns that it is taken, and stays who they are.
    expect((await accept(email)).code).toBe('CONFLICT');
    const { data } = await (await world.as('soletrader'))<{ me: object }, object>(
      '{ me { name } }',
    );
    expect(data.me).toEqual({ name: 'Sol Trader' });
    expect((await signedIn(email, DEMO_PASSWORD)).code).toBeUndefined();
    await owner(ops.RemoveStaffMemberDocument, { id });
  });

  it('sends the invitation again by inviting the address, with another role', async () => {
    const { id, email } = await added(owner);
    const first = await invitationToken(world, email);
    const input = { email, name: 'Nora Newest', role: 'SUPERVISOR' };
    const again = await owner<object, object>(
      'mutation ($input: InviteStaffMemberInput!) { inviteStaffMember(input: $input) { invitation { id } } }',
      { input },
    );
    expect(again.errors).toBeUndefined();
    expect(await invitationToken(world, email)).not.toBe(first);
    const { token } = await accept(email);
    const { data } = await world.withToken(token as string)<{ me: object }, object>(
      '{ me { staffId name role } }',
    );
    expect(data.me).toEqual({ staffId: id, name: 'Nora Newest', role: 'SUPERVISOR' });
  });

  it('takes the invitation back by removing them, and no mail about the work goes out before', async () => {
    const { id, email } = await added(owner, { role: 'ADMIN' });
    const enquiry = { name: 'Wanda', email: 'wanda@wonders.test', message: 'Two fans?' };
    await world.asVisitor(ops.SubmitEnquiryDocument, { slug: 'bright-spark', input: enquiry });
    const { rows } = await world.sql('select kind from outgoing_emails where recipient = $1', [
      email,
    ]);
    expect(rows).toEqual([{ kind: 'INVITATION' }]);
    await owner(ops.RemoveStaffMemberDocument, { id });
    expect((await accept(email)).code).toBe('NOT_FOUND');
  });

  it('adds an address once, when it is added twice at once', async () => {
    const input = newcomer();
    const answers = await Promise.all([
      owner(ops.AddStaffMemberDocument, { input }),
      admin(ops.AddStaffMemberDocument, { input }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['VALIDATION_FAILED', undefined]);
  });
});

describe('a staff member who is removed', () => {
  it('has no access from their next request, and their subscriptions end', async () => {
    const { id, email, token, ask } = await hired(owner, { role: 'SUPERVISOR' });
    expect(codeOf(await ask(ops.ClientsDocument, {}))).toBeUndefined();
    const live = await following(world, token, ops.SharePromptRaisedDocument);
    const { errors } = await owner(ops.RemoveStaffMemberDocument, { id });
    expect(errors).toBeUndefined();
    await live.ended;
    expect(await refusal(live)).toBeUndefined();
    expect(codeOf(await ask(ops.ClientsDocument, {}))).toBe('UNAUTHENTICATED');
    expect((await signedIn(email)).code).toBe('UNAUTHENTICATED');
    const { rows } = await world.sql(
      'select count(*)::int as open from staff_sessions where staff_member_id = $1 and revoked_at is null',
      [id],
    );
    expect(rows[0]).toEqual({ open: 0 });
  });

  it('keeps their name on their work, is no longer listed, and frees their address', async () => {
    const { id, email, ask } = await hired(owner, { role: 'SUPERVISOR', name: 'Gus Gone' });
    const { data: made } = await ask(ops.CreateJobDocument, { input: { title: 'Left behind' } });
    const jobId = made.createJob.job.id;
    await ask(ops.AddNoteDocument, { input: { jobId, body: 'By me', internal: true } });
    expect(await namesOf(admin)).toContain('Gus Gone');
    await admin(ops.RemoveStaffMemberDocument, { id });
    expect(await namesOf(admin)).not.toContain('Gus Gone');
    const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
    expect(data.job?.notes).toMatchObject([{ author: { name: 'Gus Gone' } }]);
    expect((await added(owner, { email })).id).not.toBe(id);
    for (const attempt of [
      () => owner(ops.RemoveStaffMemberDocument, { id }),
      () => owner(ops.UpdateStaffMemberDocument, { input: { id, name: 'Back' } }),
    ])
      expect(await refusedWith(attempt)).toBe('NOT_FOUND');
  });
});

describe('an admin', () => {
  it('manages everybody but owners', async () => {
    const { id } = await added(admin, { role: 'ADMIN' });
    expect(
      codeOf(await admin(ops.UpdateStaffMemberDocument, { input: { id, role: 'APPRENTICE' } })),
    ).toBeUndefined();
    expect(codeOf(await admin(ops.RemoveStaffMemberDocument, { id }))).toBeUndefined();
  });

  it.each(['BUSINESS_OWNER', 'SOLE_TRADER'] as const)(
    'neither adds, changes nor removes a %s',
    async (role) => {
      const someOwner = await added(owner, { role });
      const somebody = await added(owner);
      const attempts = [
        () => admin(ops.AddStaffMemberDocument, { input: newcomer({ role }) }),
        () => admin(ops.UpdateStaffMemberDocument, { input: { id: somebody.id, role } }),
        () => admin(ops.UpdateStaffMemberDocument, { input: { id: someOwner.id, name: 'Mine' } }),
        () => admin(ops.RemoveStaffMemberDocument, { id: someOwner.id }),
      ];
      for (const attempt of attempts) expect(await refusedWith(attempt)).toBe('FORBIDDEN');
      expect(
        codeOf(await owner(ops.RemoveStaffMemberDocument, { id: someOwner.id })),
      ).toBeUndefined();
    },
  );

  it('cannot become an owner', async () => {
    const { data } = await admin<{ me: { staffId: string } }, object>('{ me { staffId } }');
    const input = { id: data.me.staffId, role: 'BUSINESS_OWNER' as const };
    expect(await refusedWith(() => admin(ops.UpdateStaffMemberDocument, { input }))).toBe(
      'FORBIDDEN',
    );
  });
});

describe('a business keeps an owner', () => {
  let soletrader: Ask;
  let ownId: string;
  beforeAll(async () => {
    soletrader = await world.as('soletrader');
    const { data } = await soletrader(ops.StaffMembersDocument);
    ownId = data.staffMembers[0]?.id as string;
  });

  it('the last one cannot be removed or change role, and nobody can remove themselves', async () => {
    expect(await refusedWith(() => soletrader(ops.RemoveStaffMemberDocument, { id: ownId }))).toBe(
      'CONFLICT',
    );
    const input = { id: ownId, role: 'ADMIN' as const };
    expect(await refusedWith(() => soletrader(ops.UpdateStaffMemberDocument, { input }))).toBe(
      'CONFLICT',
    );
    const { id, ask } = await hired(soletrader, { role: 'ADMIN' });
    expect(await refusedWith(() => ask(ops.RemoveStaffMemberDocument, { id }))).toBe('CONFLICT');
    // Somebody who was added as an owner and has not accepted yet cannot take over.
    await added(soletrader, { role: 'BUSINESS_OWNER' });
    expect(await refusedWith(() => soletrader(ops.UpdateStaffMemberDocument, { input }))).toBe(
      'CONFLICT',
    );
  });

  it('one of two owners stays who remove each other at once', async () => {
    const second = await hired(soletrader, { role: 'BUSINESS_OWNER' });
    const answers = await Promise.all([
      soletrader(ops.RemoveStaffMemberDocument, { id: second.id }),
      second.ask(ops.RemoveStaffMemberDocument, { id: ownId }),
    ]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const { rows } = await world.sql(
      `select count(*)::int as owners from staff_members where removed_at is null
       and id = any($1)`,
      [[ownId, second.id]],
    );
    expect(rows[0]).toEqual({ owners: 1 });
  });

  it('and is never affected by another business', async () => {
    const { id } = await added(owner);
    const stranger = world.withToken(await sessionOf(world, 'owner'));
    const { rows } = await world.sql(
      'select id from staff_members where business_id <> (select business_id from staff_members where id = $1)',
      [id],
    );
    for (const { id: theirs } of rows as unknown as { id: string }[]) {
      const remove = () => stranger(ops.RemoveStaffMemberDocument, { id: theirs });
      const update = () =>
        stranger(ops.UpdateStaffMemberDocument, { input: { id: theirs, name: 'Mine' } });
      expect(await refusedWith(remove)).toBe('NOT_FOUND');
      expect(await refusedWith(update)).toBe('NOT_FOUND');
    }
    expect(await refusedWith(() => owner(ops.RemoveStaffMemberDocument, { id: 'nobody' }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('somebody who changes their password', () => {
  it('stays signed in here and nowhere else, and signs in with the new one only', async () => {
    const { email, ask: here } = await hired(owner, { role: 'APPRENTICE' });
    const elsewhere = world.withToken((await signedIn(email)).token as string);
    const next = 'another long one';
    const { data } = await here(ops.ChangePasswordDocument, { current: PASSWORD, next });
    expect(data.changePassword).toBe(true);
    expect(codeOf(await here(ops.StaffMembersDocument))).toBeUndefined();
    expect(codeOf(await elsewhere(ops.StaffMembersDocument))).toBe('UNAUTHENTICATED');
    expect((await signedIn(email)).code).toBe('UNAUTHENTICATED');
    expect((await signedIn(email, next)).token).toBeDefined();
  });

  it('must know the old one and choose one that is long enough', async () => {
    const apprentice = await world.as('apprentice');
    const changing = (current: string, next: string) =>
      refusedWith(() => apprentice(ops.ChangePasswordDocument, { current, next }));
    expect(await changing('not my password', PASSWORD)).toBe('VALIDATION_FAILED current');
    expect(await changing(DEMO_PASSWORD, 'elevenchars')).toBe('VALIDATION_FAILED next');
    expect(await changing(DEMO_PASSWORD, ' '.repeat(12))).toBe('VALIDATION_FAILED next');
    expect(await changing(DEMO_PASSWORD, 'x'.repeat(201))).toBe('VALIDATION_FAILED next');
  });
});

describe('the list of staff', () => {
  it('has all names for everybody in the business, with hourly costs for those who see costs', async () => {
    const seen = ['owner', 'admin', 'supervisor', 'tradie', 'apprentice'] as const;
    const names = await namesOf(owner);
    expect([...names].sort()).toEqual(names);
    for (const person of seen) {
      const ask = await world.as(person);
      const { data } = await ask(ops.StaffMembersDocument);
      const terry = data.staffMembers.find(({ name }) => name === 'Terry Tradie');
      expect(terry).toMatchObject({
        email: 'tradie@demo.jobglass.test',
        hourlyCostCents: ['owner', 'admin'].includes(person) ? 5200 : null,
      });
      expect(data.staffMembers.map(({ name }) => name)).toEqual(names);
      expect(names).not.toContain('Sol Trader');
    }
  });
});
