import { inHours } from '../harness/jobs.js';
import { itInLongForm } from '../harness/long-form.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { accept, call, invite, PASSWORD, type SessionAnswer } from '../staff/people.js';
import { openProduction, type Production, tokenOf } from './production.js';

const OWNER = 'nia@kauri.test';
const CLIENT = 'kim@client.test';
const OWNER_PASSWORD = 'a password of the owner';

let production: Production;
beforeAll(async () => {
  production = await openProduction();
}, 60_000);
afterAll(() => production?.close());

describe('a business begins on an empty database', () => {
  let owner: Ask;
  let supervisor: Ask;
  let jobId: string;
  let noteKey: string;
  let revision: number;
  let client: Ask;

  it('somebody opens the link that start-up printed and is the owner of the first business', async () => {
    expect(production.setupLink).toMatch(/^http:\/\/localhost:\d+\/setup#jgu_[\w-]{43}$/);
    const setupToken = tokenOf(production.setupLink);
    const input = {
      ...{ setupToken, businessName: 'Kauri Plumbing', country: 'NZ', soleTrader: false },
      ...{ timeZone: 'Pacific/Auckland', currency: 'NZD', email: 'office@kauri.test' },
      ...{ ownerName: 'Nia Owner', ownerEmail: OWNER, password: OWNER_PASSWORD },
    };
    const { data, errors } = await production.asVisitor(ops.SetUpBusinessDocument, { input });
    expect(errors).toBeUndefined();
    expect(data.setUpBusiness.staff.role).toBe('BUSINESS_OWNER');
    owner = production.withToken(data.setUpBusiness.token);
    await owner(ops.SwitchPortalDocument, { on: true });
    const again = await production.asVisitor(ops.SetUpBusinessDocument, { input });
    expect(again.errors?.[0]?.extensions.field).toBe('input.setupToken');
  });

  it('a supervisor is invited, and joins from the link in the mail', async () => {
    const sam = { name: 'Sam Super', role: 'SUPERVISOR' };
    expect((await invite(owner, 'sam@kauri.test', sam)).code).toBeUndefined();
    const { mail, link } = await production.linkTo('sam@kauri.test', 'invitation');
    expect(mail.subject).toContain('Kauri Plumbing');
    const { data } = await accept(production.asVisitor, tokenOf(link));
    expect(data.staff).toMatchObject({ email: 'sam@kauri.test', role: 'SUPERVISOR' });
    supervisor = production.withToken(data.token);
    expect((await accept(production.asVisitor, tokenOf(link))).code).toBe('NOT_FOUND');
  });

  it('the first client, job and visit bring the prompt in the payload', async () => {
    const { data: made } = await supervisor(ops.CreateClientDocument, {
      input: { name: 'Kim Client', email: CLIENT },
    });
    const { data } = await supervisor(ops.CreateJobDocument, {
      input: {
        ...{ clientId: made.createClient.client.id, title: 'Fix the roof' },
        ...{ siteAddress: '3 Rata Street', internalNotes: 'Slow payer' },
      },
    });
    jobId = data.createJob.job.id;
    expect(data.createJob.sharePromptStatus).toBe('NOT_SCHEDULED');
    const { data: planned } = await supervisor(ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: inHours(24), endsAt: inHours(26) },
    });
    expect(planned.scheduleVisit.sharePrompt?.items.map(({ key }) => key)).toEqual([
      'STATUS',
      'SCHEDULE',
    ]);
    for (const body of ['The gate stays open', 'Ask about the shed'])
      await supervisor(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
    const { data: asked } = await supervisor(ops.SharePromptDocument, { jobId });
    revision = asked.sharePrompt?.revision as number;
    const items = asked.sharePrompt?.items ?? [];
    noteKey = items.find(({ label }) => label.includes('The gate'))?.key as string;
    expect(noteKey).toMatch(/^NOTE:/);
    expect(production.mailsTo(CLIENT)).toEqual([]);
  });

  it('the client opens the link in the mail, and sees what was ticked and nothing else', async () => {
    const { errors } = await supervisor(ops.ShareWithClientDocument, {
      input: { jobId, revision, items: ['SCHEDULE', noteKey], message: 'See you soon' },
    });
    expect(errors).toBeUndefined();
    // A review answers everything up to its revision, also what was left out.
    expect((await supervisor(ops.SharePromptDocument, { jobId })).data.sharePrompt).toBeNull();
    const { mail, link } = await production.linkTo(CLIENT, 'portal');
    expect(mail).toMatchObject({
      from: expect.stringMatching(/Kauri Plumbing.*<mail@jobglass\.test>/),
      reply_to: 'office@kauri.test',
    });
    expect(mail.text).toContain('See you soon');
    expect(mail.text).toContain('The gate stays open');
    expect(link.startsWith(`${production.url}/portal#`)).toBe(true);
    expect((await fetch(link)).status).toBe(200);
    client = production.withToken(tokenOf(link));
    const { data, errors: refused } = await client(ops.ClientPortalDocument);
    expect(refused).toBeUndefined();
    expect(data.portal?.business.name).toBe('Kauri Plumbing');
    expect(data.portal?.job).toMatchObject({
      ...{ id: jobId, title: 'Fix the roof', status: null, internalNotes: null },
      ...{ todos: [], photos: [], quotes: [], assignees: null, sharePrompt: null },
    });
    expect(data.portal?.job?.visits).toHaveLength(1);
    expect(data.portal?.job?.notes.map(({ body }) => body)).toEqual(['The gate stays open']);
    expect(JSON.stringify(data) + mail.html + mail.text).not.toMatch(/shed|Slow payer|Sam|Nia/);
  });
});

itInLongForm(
  'a member who forgot their password chooses another by the mailed link, and every other session is ended',
  async () => {
    const signIn = (password: string) =>
      call<SessionAnswer>(
        production.asVisitor,
        'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
        { email: 'sam@kauri.test', password },
      );
    const codeOf = async (token: string) =>
      (await call(production.withToken(token), '{ jobs { nodes { id } } }')).code;
    const sessions = [await signIn(PASSWORD), await signIn(PASSWORD)].map(({ data }) => data.token);
    expect(await Promise.all(sessions.map(codeOf))).toEqual([undefined, undefined]);
    await call(production.asVisitor, 'mutation { requestPasswordReset(email: "sam@kauri.test") }');
    const { link } = await production.linkTo('sam@kauri.test', 'reset');
    const { data } = await call<SessionAnswer>(
      production.asVisitor,
      'mutation ($token: String!) { resetPassword(token: $token, password: "another long password") { token } }',
      { token: tokenOf(link) },
    );
    expect(await Promise.all(sessions.map(codeOf))).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await codeOf(data.token)).toBeUndefined();
    expect((await signIn(PASSWORD)).code).toBe('UNAUTHENTICATED');
    expect((await signIn('another long password')).code).toBeUndefined();
  },
);
