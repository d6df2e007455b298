import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUuid } from '../../src/database/sql/uuid.js';
import { PortalLink } from '../../src/domain/portal-links/portal-link.entity.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { holdRows } from '../harness/held-rows.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Answer, type Ask, openWorld, type World } from '../harness/world.js';
import { planted } from '../leaks/plant.js';
import * as ops from '../operations.gen.js';
import { textOf } from '../roles/operation-text.js';
import { type Place, placeOf } from '../roles/places.js';
import { VARIABLES, variablesFor } from '../roles/variables.js';
import { written } from '../roles/written.js';

const { schema, policy } = sharedContract();
const fields = schema.getMutationType()?.getFields() ?? {};

/** Every mutation that a client may call, from the schema; inputs for a new one go into `roles/variables.ts`. */
const MUTATIONS = policy.rows
  .filter(
    ({ type, kind, audiences }) =>
      type === 'Mutation' && kind === 'output' && audiences.includes('CLIENT'),
  )
  .map(({ field }) => `Mutation.${field}`);

type Variables = Record<string, Record<string, unknown>>;

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
let deadAnswer: Answer<unknown>['errors'];
let open: Awaited<ReturnType<typeof prepared>>;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({
    enquiriesPer10Minutes: 1000,
    clientMessagesPerHour: 1000,
    stripe: stripe.config(true),
  });
  stripe.hold();
  owner = await world.as('owner');
  const unknown = await world.withToken('jgp_nonsense')('mutation { recordPortalView }');
  deadAnswer = unknown.errors;
  open = await prepared();
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

/** A job of a new client, with inputs for every mutation prepared while all is open. */
async function prepared(): Promise<{ place: Place; variables: Variables }> {
  const place = await placeOf(world, owner, 'bright-spark', []);
  return { place, variables: await variablesAt(place) };
}

async function variablesAt(place: Place): Promise<Variables> {
  const variables: Variables = {};
  for (const name of MUTATIONS) variables[name] = await variablesFor(name)(place);
  // Each quote and invoice was shown alone; now all of them are shown.
  const shown = Object.values(variables).flatMap(({ quoteId, invoiceId }) => [
    ...(quoteId ? [`QUOTE:${quoteId}`] : []),
    ...(invoiceId ? [`INVOICE:${invoiceId}`] : []),
  ]);
  const { errors } = await place.boss(ops.UpdateSharingDocument, {
    jobId: place.jobId,
    items: ['STATUS', ...shown],
  });
  expect(errors).toBeUndefined();
  return variables;
}

async function call(token: string, name: string, variables: Variables): Promise<string> {
  const given = variables[name] ?? {};
  const { errors } = await world.withToken(token)(textOf(name, given), given);
  if (errors?.[0]?.extensions.code === 'NOT_FOUND')
    expect(errors[0].message).toBe(deadAnswer?.[0]?.message);
  return errors?.[0]?.extensions.code ?? 'done';
}

async function callAll(token: string, variables: Variables): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const name of MUTATIONS) outcomes[name] = await call(token, name, variables);
  return outcomes;
}

const each = (outcome: string) => Object.fromEntries(MUTATIONS.map((name) => [name, outcome]));

it('knows inputs for every mutation that a client may call', () => {
  expect(MUTATIONS).toContain('Mutation.recordPortalView');
  const unprepared = MUTATIONS.filter(
    (name) => (fields[name.split('.')[1] as string]?.args.length ?? 0) > 0 && !VARIABLES[name],
  );
  expect(unprepared).toEqual([]);
});

describe('a client whose link is live', () => {
  it.each(['SCHEDULED', 'COMPLETED', 'CANCELLED'] as const)(
    'makes every write of its own while the job is %s',
    async (status) => {
      const { place, variables } = open;
      const { errors } = await owner(ops.SetJobStatusDocument, { jobId: place.jobId, status });
      expect(errors).toBeUndefined();
      expect(await callAll(place.token, variables)).toEqual(each('done'));
    },
  );

  it("writes nothing of another business's job", async () => {
    const { place } = open;
    const stranger = await placeOf(world, await world.as('soletrader'), 'sol-plumbing', []);
    const foreign = await variablesAt(stranger);
    const before = await rowsOf(stranger);
    for (const name of MUTATIONS) {
      const namesSomething = Object.values(foreign[name] ?? {}).some((value) =>
        isUuid(String(value)),
      );
      expect([name, await call(place.token, name, foreign)]).toEqual([
        name,
        namesSomething ? 'NOT_FOUND' : 'done',
      ]);
    }
    expect(await rowsOf(stranger)).toEqual(before);
  });
});

/** Ways to cut a client off before it writes. */
const CUTS: Record<string, (place: Place) => Promise<unknown>> = {
  'its link was revoked': async ({ jobId }) => {
    const { rows } = await world.sql('select id from portal_links where job_id = $1', [jobId]);
    for (const { id } of rows) {
      const { errors } = await owner(ops.RevokePortalLinkDocument, { id: String(id) });
      expect(errors).toBeUndefined();
    }
  },
  'its link has expired': async ({ jobId }) => {
    await world.sql('update portal_links set expires_at = now() where job_id = $1', [jobId]);
  },
  'the portal is off': async () => {
    await owner(ops.SwitchPortalDocument, { on: false });
  },
  "the client's address has changed": async ({ clientId }) => {
    const input = { id: clientId, email: `${clientId}@moved.test` };
    const { errors } = await owner(ops.UpdateClientDocument, { input });
    expect(errors).toBeUndefined();
  },
  // Last, since the job is not given back.
  'the job has another client': async ({ jobId }) => {
    const { data } = await owner(ops.CreateClientDocument, { input: { name: 'Another' } });
    const input = { id: jobId, clientId: data.createClient.client.id };
    const { errors } = await owner(ops.UpdateJobDocument, { input });
    expect(errors).toBeUndefined();
  },
};

describe('a client is told that there is nothing, and writes nothing, when', () => {
  let cutOff: typeof open;
  beforeAll(async () => {
    cutOff = await prepared();
  });
  afterEach(async () => {
    await owner(ops.SwitchPortalDocument, { on: true });
    await world.sql(
      "update portal_links set revoked_at = null, expires_at = now() + interval '30 days' where job_id = $1",
      [cutOff.place.jobId],
    );
  });

  it.each(Object.keys(CUTS))('%s', async (name) => {
    const { place, variables } = cutOff;
    expect(await call(place.token, 'Mutation.recordPortalView', variables)).toBe('done');
    await CUTS[name]?.(place);
    const before = await written(world);
    expect(await callAll(place.token, variables)).toEqual(each('NOT_FOUND'));
    expect(await written(world)).toEqual(before);
  });
});

/** Cuts that commit while the write, which was let in, waits for a lock; with what the next write needs again. */
const CUTS_MEANWHILE: Record<string, { cut: string; mend: string }> = {
  'the portal is switched off': {
    cut: 'update businesses set client_portal_enabled = false where id = (select business_id from jobs where id = $1)',
    mend: 'update businesses set client_portal_enabled = true where id = (select business_id from jobs where id = $1)',
  },
  'its job goes to nobody': {
    cut: 'update jobs set client_id = null where id = $1',
    mend: 'update jobs set client_id = (select client_id from portal_links where job_id = $1 limit 1) where id = $1',
  },
  'its link is revoked': {
    cut: 'update portal_links set revoked_at = now() where job_id = $1',
    mend: 'update portal_links set revoked_at = null where job_id = $1',
  },
  'its link expires': {
    cut: "update portal_links set expires_at = now() - interval '1 second' where job_id = $1",
    mend: "update portal_links set expires_at = now() + interval '1 day' where job_id = $1",
  },
};

async function meanwhile(name: string, mutation: string): Promise<string> {
  const { place, variables } = open;
  const { cut, mend } = CUTS_MEANWHILE[name] as { cut: string; mend: string };
  const held = await holdRows(world.databaseUrl, cut, [place.jobId]);
  const outcome = call(place.token, mutation, variables);
  await held.waiting(1);
  await held.keep();
  const said = await outcome;
  await world.sql(mend, [place.jobId]);
  return said;
}

describe('a write that was let in is lost, when while it waits', () => {
  it.each(Object.keys(CUTS_MEANWHILE))('%s', async (name) => {
    const before = await rowsOf(open.place);
    const outcomes: Record<string, string> = {};
    for (const mutation of MUTATIONS) outcomes[mutation] = await meanwhile(name, mutation);
    expect(outcomes).toEqual(each('NOT_FOUND'));
    expect(await rowsOf(open.place)).toEqual(before);
  });

  it('and not when nothing checked the link again, which these tests would find', async () => {
    const mutation = 'Mutation.recordPortalView';
    await planted(PortalLink.prototype, { isLive: () => true }, async () => {
      expect(await meanwhile('its link is revoked', mutation)).toBe('done');
    });
  });
});

it('one file says what a live link is', () => {
  const mayNameItsDates = [
    'domain/portal-links/live-link.ts',
    // The row itself, and who makes one.
    'domain/portal-links/portal-link.entity.ts',
    'domain/portal-links/issue-link.ts',
    // Columns that the portal's role may read.
    'portal/session/portal-grants.ts',
    // Staff are shown which of the two ended a link.
    'sharing/diagnosis/delivery.ts',
    'sharing/diagnosis/client-checks.ts',
    // When a checkout ends.
    'sharing/diagnosis/switch-off-impact.ts',
    // A revoked link closes its checkouts.
    'domain/card-payments/checkouts/checkout-watcher.ts',
    // Which columns wake live pages.
    'live/events/change-event-watcher.ts',
    // Revokes by the condition that it is given.
    'database/setup/secret-fingerprint.ts',
  ];
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('web/'))
    .filter((file) => {
      const text = readFileSync(join('src', file), 'utf8');
      return (
        /portal_links|PortalLink\b/.test(text) && /(?<!@)\b(revoked_?at|expires_?at)\b/i.test(text)
      );
    });
  expect(found.filter((file) => !mayNameItsDates.includes(file))).toEqual([]);
});

/** What a client's write could change of its place. Enquiries are anybody's to make. */
async function rowsOf({ jobId }: Place) {
  const tables = ['messages', 'quotes', 'portal_links', 'publications', 'share_prompts'];
  const digests = tables.map(
    (table) => `select '${table}' as name, count(*)::int as count,
      md5(string_agg((to_jsonb(t) - '{expires_at,updated_at,changed_in}'::text[])::text, '' order by t.id)) as digest from ${table} t where job_id = $1`,
  );
  return (await world.sql(digests.join(' union all '), [jobId])).rows;
}
