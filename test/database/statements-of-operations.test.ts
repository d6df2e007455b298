import { globSync, readFileSync } from 'node:fs';
import { type OperationDefinitionNode, parse, print, separateOperations } from 'graphql';
import type { OperationPlan, PlanKind } from '../../src/server/executor/plan.js';
import { OperationPlans } from '../../src/server/executor/plans.js';
import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { sentQuote } from '../harness/quotes.js';
import { leastCostOf } from '../harness/statements.js';
import { type Ask, openWorld, type World } from '../harness/world.js';

// How each query of the console and of the client's page is answered, and by how many statements once it is planned.
// A number that rises is a regression; one that falls is to be lowered here.
const EXPECTED: Record<string, [PlanKind, statements: number]> = {
  ApiKeys: ['RESOLVERS', 1],
  // What waits; its quotes and its invoices.
  Attention: ['RESOLVERS', 2],
  // Besides, jobs with their unread messages, clients, and new enquiries.
  Today: ['RESOLVERS', 6],
  CardPaymentSettings: ['RESOLVERS', 1],
  ClientChoices: ['JSON', 1],
  ClientName: ['JSON', 1],
  ClientReminders: ['JSON', 1],
  InvoiceReminders: ['JSON', 1],
  QuoteReminders: ['JSON', 1],
  SearchAll: ['RESOLVERS', 4],
  SimilarClients: ['RESOLVERS', 1],
  ClientList: ['JSON', 1],
  StaffNames: ['RESOLVERS', 1],
  CalendarVisits: ['JSON', 1],
  ConsoleStart: ['RESOLVERS', 2],
  EnquiryList: ['JSON', 1],
  InvoiceList: ['JSON', 1],
  InvoiceSums: ['RESOLVERS', 1],
  QuoteSums: ['RESOLVERS', 1],
  JobBoard: ['JSON', 1],
  JobDetails: ['JSON', 1],
  JobHead: ['JSON', 1],
  ItemsWithClient: ['RESOLVERS', 2],
  JobInvoices: ['RESOLVERS', 1],
  JobMessages: ['JSON', 1],
  JobMoney: ['JSON', 1],
  JobNotes: ['JSON', 1],
  JobPhotos: ['JSON', 1],
  JobQuotes: ['JSON', 1],
  JobSchedule: ['JSON', 1],
  JobTodos: ['JSON', 1],
  JobsToAttachTo: ['JSON', 1],
  Invitations: ['JSON', 1],
  OwnAccount: ['RESOLVERS', 2],
  OwnSessions: ['RESOLVERS', 1],
  SecondFactorRoles: ['RESOLVERS', 1],
  FirstSteps: ['RESOLVERS', 4],
  // Of a link that does not exist, which is counted by network.
  SetupPage: ['RESOLVERS', 6],
  WhoIsSignedIn: ['RESOLVERS', 1],
  // Its lists are pages, since a client may have any number of jobs.
  ClientDetails: ['RESOLVERS', 4],
  EnquiryDetails: ['JSON', 1],
  // Finds out first whether the ID is that of a quote or an invoice.
  QuoteAccess: ['RESOLVERS', 4],
  InvoiceAccess: ['RESOLVERS', 6],
  // Its tax by rate, and its credit notes.
  InvoiceDetails: ['RESOLVERS', 4],
  QuoteDetails: ['RESOLVERS', 2],
  // The quote, and its lines.
  QuoteTotal: ['RESOLVERS', 2],
  QuoteTotalForStaff: ['RESOLVERS', 2],
  PortalPage: ['PUBLISHED', 1],
  PreviewOfPrompt: ['RESOLVERS', 2],
  PromptOfJob: ['RESOLVERS', 2],
  WaitingPrompts: ['RESOLVERS', 4],
  WaitingPromptOfJob: ['RESOLVERS', 2],
  // The list with clients and counts, the newest message of each thread, and its row.
  Conversations: ['RESOLVERS', 3],
  ClientPortalSwitch: ['JSON', 1],
  QuoteList: ['JSON', 1],
  SiteSettings: ['RESOLVERS', 1],
  BusinessSettings: ['RESOLVERS', 1],
  Webhooks: ['RESOLVERS', 1],
  WebhookDeliveries: ['RESOLVERS', 1],
  OverlappingVisits: ['RESOLVERS', 1],
  StaffRemovalImpact: ['RESOLVERS', 2],
  // The second is whether they have a second factor.
  StaffList: ['RESOLVERS', 2],
  JobShareItems: ['JSON', 1],
  PublicationHistory: ['RESOLVERS', 1],
  // The second is the jobs of what would be lost: here one unanswered quote.
  PortalSwitchOffImpact: ['RESOLVERS', 2],
  ClientVisibility: ['RESOLVERS', 2],
};

let world: World;
let owner: Ask;
let token: string;
let client: Ask;
let variables: Record<string, unknown>;
beforeAll(async () => {
  world = await openWorld({ databasePool: 2 });
  owner = await world.as('owner');
  token = await sessionOf(world, 'owner');
  const job = await scheduledJob(owner);
  client = (await shared(world, owner, job, ['STATUS', 'SCHEDULE'])).client;
  const quoteId = await sentQuote(owner, { jobId: job.jobId });
  variables = {
    jobId: job.jobId,
    quoteId,
    version: 1,
    optionalLineIds: [],
    items: [],
    token: 'of no set-up link',
    first: 20,
    enquiries: true,
    text: 'garden',
    name: 'garden',
    assigneeIds: [],
    startsAt: '2031-01-01T00:00:00Z',
    endsAt: '2031-01-01T01:00:00Z',
    from: inHours(0),
    to: inHours(48),
  };
});
afterAll(() => world.close());

const texts = globSync('src/web/{console/operations,portal}/*.graphql').map((file) =>
  readFileSync(file, 'utf8'),
);
const operations = Object.entries(separateOperations(parse(texts.join('\n'))));
const queries = operations.filter(([, { definitions }]) =>
  definitions.some((each) => (each as OperationDefinitionNode).operation === 'query'),
);

const TABLES: Record<string, string> = {
  enquiry: 'enquiries',
  staffRemovalImpact: 'staff_members',
};

/** The id that an operation asks for by `$id`. */
async function idFor(text: string): Promise<string> {
  const table = ['quote', 'invoice', 'client', 'enquiry', 'staffRemovalImpact'].find((each) =>
    text.includes(`${each}(id:`),
  );
  if (!table) return String(variables.jobId);
  const { rows } = await world.sql(
    `select r.id from ${TABLES[table] ?? `${table}s`} r join businesses b on b.id = r.business_id
     where b.slug = 'bright-spark' order by r.id limit 1`,
  );
  return String(rows[0]?.id);
}

/** The plan's kind and the statements of an operation that has been planned and prepared. */
async function measured(ask: Ask, text: string, given: object): Promise<[PlanKind, number]> {
  const planFor = jest.spyOn(OperationPlans.prototype, 'planFor');
  for (let times = 0; times < 3; times += 1) await ask(text, given);
  const plan = planFor.mock.results.at(-1)?.value as OperationPlan;
  planFor.mockRestore();
  const { statements } = await leastCostOf(async () => async () => {
    const { errors } = (await ask(text, given)) as { errors?: unknown };
    expect(errors).toBeUndefined();
  });
  return [plan.kind, statements.length];
}

it('answers every query of console and page by its plan, in so many statements', async () => {
  const found: typeof EXPECTED = {};
  for (const [name, document] of queries) {
    const text = print(document);
    const given = { ...variables, id: await idFor(text) };
    const asks = /\$(\w+)/g;
    const wanted = new Set([...text.matchAll(asks)].map(([, variable]) => variable as string));
    const own = Object.fromEntries(Object.entries(given).filter(([key]) => wanted.has(key)));
    found[name] = await measured(name === 'PortalPage' ? client : owner, text, own);
  }
  expect(found).toEqual(EXPECTED);
}, 60_000);

/** Sends a body as a client library would. */
async function post(body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const READ =
  'query Read($id: ID!, $x: Boolean = false) { job(id: $id) { id title @skip(if: $x) __typename } __typename }';
const ABSENT = '00000000-0000-7000-8000-000000000000';

it.each([
  ['a job that is not there', () => ({ query: READ, variables: { id: ABSENT } }), 'NOT_FOUND'],
  ['conditions', () => ({ query: READ, variables: { id: variables.jobId, x: true } }), '"id"'],
  [
    'what Apollo Client 4 sends',
    () => ({
      operationName: 'Read',
      query: READ,
      variables: { id: variables.jobId },
      extensions: { clientLibrary: { name: '@apollo/client', version: '4.0.0' } },
    }),
    '"__typename":"Job"',
  ],
  [
    'what urql and Relay send',
    () => ({ operationName: 'Read', query: READ, variables: { id: variables.jobId } }),
    '"__typename":"Job"',
  ],
])('%s takes one statement', async (_what, body, answer) => {
  for (let times = 0; times < 3; times += 1) await post(body());
  const { statements } = await leastCostOf(async () => async () => {
    const { status, text } = await post(body());
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining(answer) });
  });
  expect(statements).toHaveLength(1);
});
