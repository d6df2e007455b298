import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { type Example, readExamples } from '../../scripts/docs/examples.js';
import { documentationSite } from '../../scripts/docs/site.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { CODES } from '../../src/visibility/refusals.js';
import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { following, sessionOf } from '../harness/live.js';
import { LINES } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const EXAMPLES = readExamples();
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('the documentation has a place for every operation, type, field, argument, error code and example', () => {
  const { schema, policy } = sharedContract();
  const site = documentationSite({ schema, policy, examples: EXAMPLES });
  const missing = Object.values(schema.getTypeMap()).flatMap((type) =>
    placesOf(type).filter(([path, id]) => !site.get(path)?.includes(`id="${id}"`)),
  );
  expect(missing).toEqual([]);
  for (const code of Object.keys(CODES)) expect(site.get('errors.html')).toContain(`id="${code}"`);
  for (const { name } of EXAMPLES) expect(site.get('examples.html')).toContain(`id="${name}"`);
  const broken = [...site].flatMap(([path, text]) =>
    linksIn(text, path).filter((target) => !site.has(target)),
  );
  expect(broken).toEqual([]);
});

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Page and anchor of each field, argument and value of a type. */
function placesOf(type: GraphQLNamedType): [path: string, id: string][] {
  if (type.name.startsWith('__')) return [];
  if ('getValues' in type)
    return type.getValues().map(({ name }) => [`type/${type.name}.html`, name]);
  if (!('getFields' in type)) return [];
  return Object.values<Field>(type.getFields()).flatMap((field): [string, string][] => {
    const taken = 'args' in field ? field.args.map(({ name }) => name) : [];
    if (!ROOTS.includes(type.name))
      return [field.name, ...taken.map((name) => `${field.name}.${name}`)].map((id) => [
        `type/${type.name}.html`,
        id,
      ]);
    return [field.name, ...taken].map((id) => [
      `${type.name.toLowerCase()}/${field.name}.html`,
      id,
    ]);
  });
}

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

/** Pages of the site that a page links to. */
function linksIn(text: string, path: string): string[] {
  const links = [...text.matchAll(/(?:href|src)="([^"#]+)/g)].map(([, to]) => to as string);
  return links
    .filter((to) => !/^(https?:|\/)/.test(to))
    .map((to) => new URL(to, `http://site/${path}`).pathname.slice(1));
}

it('a developer reads the documentation and the schema without a token', async () => {
  const full = await (await fetch(`${world.url}/schema.graphql`)).text();
  const portal = await (await fetch(`${world.url}/schema/portal.graphql`)).text();
  expect(buildSchema(full).getType('SharePrompt')).toBeDefined();
  expect(buildSchema(portal).getType('SharePrompt')).toBeUndefined();
  expect(full).toContain('scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org');
});

describe('the example runs:', () => {
  let ids: Record<string, string>;
  let page: { client: Ask; token: string };
  beforeAll(async () => {
    const owner = await world.as('owner');
    const job = await scheduledJob(owner, 'A job with a page');
    page = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
    ids = await recordsOf(owner);
  });

  it.each(EXAMPLES.map((example) => [`${example.name}, as ${example.as}`, example] as const))(
    '%s',
    async (_name, example) => {
      const variables = await variablesOf(example);
      if (example.rootFields.some((each) => each.startsWith('Subscription.'))) {
        const token = example.as === 'client' ? page.token : await sessionOf(world, example.as);
        const live = await following(world, token, example.operation, variables);
        return live.close();
      }
      const ask = await askAs(example.as);
      expect(await ask(example.operation, variables)).toEqual({ data: expect.anything() });
    },
  );

  async function askAs(person: string): Promise<Ask> {
    if (person === 'client') return page.client;
    return person === 'visitor' ? world.asVisitor : world.as(person as 'owner');
  }

  /** The variables of an example, with IDs of this world and the present revision of the job. */
  async function variablesOf({ variables }: Example): Promise<Record<string, unknown>> {
    if (!variables) return {};
    const prompt = await promptOf(await world.as('owner'), ids.jobId as string);
    const values = { ...ids, revision: prompt?.revision } as Record<string, unknown>;
    return JSON.parse(
      variables.replace(/"\{(\w+)\}"/g, (_all, name: string) => JSON.stringify(values[name])),
    );
  }
});

/** A job with a client, a quote that was not sent, and an invoice that was. */
async function recordsOf(owner: Ask): Promise<Record<string, string>> {
  const { jobId, clientId } = await scheduledJob(owner);
  const quote = await owner(ops.CreateQuoteDocument, {
    input: { clientId, title: 'New taps', lines: LINES },
  });
  const lines = [{ description: 'Labour', unitPriceCents: 50_000 }];
  const invoice = await owner(ops.CreateInvoiceDocument, { input: { jobId, lines } });
  const invoiceId = invoice.data.createInvoice.invoice.id;
  await owner(ops.SendInvoiceDocument, { id: invoiceId });
  return { jobId, clientId, quoteId: quote.data.createQuote.quote.id, invoiceId };
}
