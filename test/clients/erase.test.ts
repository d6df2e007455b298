import { v7 } from 'uuid';
import { scheduledJob, shared } from '../harness/jobs.js';
import { following } from '../harness/live.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const NAME = 'Persephone Quill-O"Hara';
const PERSON = {
  name: NAME,
  contactName: 'Bartholomew Quill',
  email: 'persephone@quill.test',
  phone: '0419 876 543',
  address: '14 Pomegranate Row',
  notes: 'Prefers Tuesdays with pomegranates.',
};
/** Everything that says who the person is, or that they wrote. */
const TRACES = [
  ...['persephone', 'bartholomew', '419876543', '419 876 543', 'pomegranate'],
  ...['seph quill', 'zeus is my neighbour', 'underworld', 'the gate is hidden'],
];

/** Every text or JSON value of the whole database with one of these traces, as table.column. */
async function places(traces: string[]): Promise<string[]> {
  const { rows: columns } = await world.sql(
    `select c.table_schema as "schema", c.table_name as "table", c.column_name as "column"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
       and (c.data_type in ('text', 'json', 'jsonb', 'character varying', 'bytea') or c.data_type = 'ARRAY')`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of columns as unknown as Record<string, string>[]) {
    const { rows } = await world.sql(
      `select "${column}"::text as value from "${schema}"."${table}"
       where exists (select from unnest($1::text[]) t where position(t in lower("${column}"::text)) > 0)`,
      [traces],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

/** A client with something of them in every place that can hold it. */
async function personWithTraces() {
  const { data: made } = await owner(ops.MakeClientDocument, { input: PERSON });
  const clientId = made.createClient.client.id;
  const job = await scheduledJob(owner);
  const { jobId } = job;
  await owner(ops.UpdateJobDocument, {
    input: {
      id: jobId,
      clientId,
      title: `Gate for ${NAME}`,
      description: `Call\n${NAME} before you come: 0419-876-543.`,
      siteAddress: PERSON.address,
      internalNotes: 'Bartholomew Quill opens.',
    },
  });
  await owner(ops.AddNoteDocument, {
    input: { jobId, body: `Spoke with ${NAME}`, internal: false },
  });
  const { data: quote } = await owner(ops.CreateQuoteDocument, {
    input: {
      jobId,
      title: `Offer, ${NAME}`,
      lines: [{ description: NAME, unitPriceCents: 9_900 }],
    },
  });
  const quoteId = quote.createQuote.quote.id;
  await owner(ops.SendQuoteDocument, { id: quoteId });
  const link = await shared(world, owner, { jobId, email: PERSON.email }, [
    'STATUS',
    `QUOTE:${quoteId}`,
    `NOTE:${(await owner(ops.JobForStaffDocument, { id: jobId })).data.job?.notes[0]?.id}`,
  ]);
  const accepted = await link.client(ops.AcceptQuoteDocument, {
    quoteId,
    version: 1,
    name: 'Seph Quill',
  });
  expect(accepted.errors).toBeUndefined();
  await owner(ops.SetClientMessagesDocument, { jobId, enabled: true });
  await link.client(ops.SendMessageDocument, { jobId, body: 'Zeus is my neighbour.' });
  await owner(ops.SendMessageDocument, { jobId, body: 'Noted: the gate is hidden.' });
  await world.asVisitor(ops.SubmitEnquiryDocument, {
    slug: 'bright-spark',
    input: {
      name: 'Persephone',
      email: PERSON.email,
      phone: PERSON.phone,
      message: 'From the underworld',
      siteAddress: PERSON.address,
    },
  });
  const { data: invoice } = await owner(ops.CreateInvoiceDocument, {
    input: {
      jobId,
      title: `Invoice ${NAME}`,
      lines: [{ description: 'Gate', unitPriceCents: 9_900 }],
    },
  });
  const { id: invoiceId } = invoice.createInvoice.invoice;
  await owner(ops.SendInvoiceDocument, { id: invoiceId });
  await owner(ops.UpdateInvoiceDocument, { input: { id: invoiceId, title: `Changed ${NAME}` } });
  await tracesOnOwnPages(clientId);
  return { clientId, jobId, quoteId, ...link };
}

/** A quote of no job that is declined, and an invoice of a job that is not shared, with everything that people type. */
async function tracesOnOwnPages(clientId: string): Promise<void> {
  const lines = [{ description: `Shed of ${NAME}`, unitPriceCents: 5_000 }];
  const quote = await owner(ops.CreateQuoteDocument, {
    input: { clientId, title: `Shed of ${NAME}`, lines },
  });
  const quoteId = quote.data.createQuote.quote.id;
  await owner(ops.SendQuoteDocument, { id: quoteId });
  const mail = await until(async () =>
    (await world.mails(PERSON.email)).find(({ text }) => text.includes(`Shed of ${NAME}`)),
  );
  const declined = await world.withToken(tokenIn(mail))(ops.DeclineQuoteDocument, {
    ...{ quoteId, version: 1, reason: 'Zeus is my neighbour and builds it.' },
  });
  expect(declined.errors).toBeUndefined();
  const job = await owner(ops.CreateJobDocument, { input: { title: 'Shed', clientId } });
  const invoice = await owner(ops.MakeInvoiceDocument, {
    input: { jobId: job.data.createJob.job.id, title: `Shed of ${NAME}`, lines },
  });
  const { id } = invoice.data.createInvoice.invoice;
  await owner(ops.SendInvoiceWithWordsDocument, {
    ...{ id, subject: `Dear ${NAME}`, message: `${PERSON.address} is done.`, key: v7() },
  });
  await owner(ops.CreditInvoiceDocument, { id, reason: `${NAME} complained.` });
}

/** Mails that are being sent; those about messages wait for more messages. */
async function mailsUnderWay(): Promise<number> {
  const { rows } = await world.sql(
    "select id from outgoing_emails where status = 'QUEUED' and kind not like 'MESSAGES%'",
  );
  return rows.length;
}

it('erases a person from every text of the database, and keeps facts and digests', async () => {
  const { clientId, jobId, quoteId, client, token } = await personWithTraces();
  await until(async () => (await places(['underworld'])).length > 0);
  await until(async () => (await mailsUnderWay()) === 0);
  const before = await places(TRACES);
  for (const place of [
    ...['clients.name', 'jobs.title', 'notes.body', 'quotes.title', 'quote_lines.description'],
    ...['publications.view', 'quote_answers.name', 'messages.body', 'enquiries.message'],
    ...['outgoing_emails.recipient', 'portal_links.sent_to', 'search_entries.text'],
    ...['quote_versions.title', 'invoices.title', 'dev_mailbox.html', 'page_publications.view'],
    ...['quote_versions.buyer', 'invoice_versions.buyer', 'invoice_versions.lines'],
    ...[
      'invoices.credit_reason',
      'invoices.revision',
      'outgoing_emails.data',
      'quotes.answer_message',
    ],
  ])
    expect(before).toContain(place);
  const facts = async () => {
    const { rows } = await world.sql(
      `select (select json_agg(json_build_array(version, digest, published_at) order by version) from publications where job_id = $1) as publications,
        (select json_agg(json_build_array(kind, digest, answered_at)) from quote_answers where quote_id = $2) as answers,
        (select json_agg(json_build_array(digest, total_cents)) from quote_versions where quote_id = $2) as versions,
        (select json_agg(json_build_array(number, total_cents, owed_cents, status, due_on)) from invoices where job_id = $1) as invoices,
        (select count(*) from messages where job_id = $1) as messages,
        (select json_agg(json_build_array(starts_at)) from visits where job_id = $1) as visits`,
      [jobId, quoteId],
    );
    return rows[0];
  };
  const factsBefore = await facts();
  const open = await following(world, token, ops.PortalChangedDocument);

  const { data, errors } = await owner(ops.EraseClientDocument, {
    id: clientId,
    reason: `${NAME} asked for it.`,
  });
  expect(errors).toBeUndefined();
  expect(data.eraseClient.client).toEqual({
    id: clientId,
    name: '[erased]',
    contactName: null,
    email: null,
    phone: null,
    address: null,
    notes: null,
    archivedAt: expect.any(String),
    erasedAt: expect.any(String),
    erasureReason: '[erased] asked for it.',
    mergedInto: null,
  });
  expect(await places(TRACES)).toEqual([]);
  expect(await facts()).toEqual(factsBefore);

  await open.ended;
  const page = await client(ops.ClientPortalDocument);
  expect(page.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const again = await owner(ops.EraseClientDocument, { id: clientId, reason: 'Again.' });
  expect(again.data).toEqual(data);
  const { data: after } = await owner(ops.JobForStaffDocument, { id: jobId });
  expect(after.job?.title).toBe('Gate for [erased]');
});

/** Columns that erase_person writes by name, not by finding the person in them. */
const WRITTEN_BY_NAME = [
  ...['card_refunds.reason', 'card_refunds.failure', 'dev_mailbox.html', 'dev_mailbox.recipient'],
  ...['dev_mailbox.subject', 'dev_mailbox.text', 'dev_mailbox.attachments', 'enquiries.sender'],
  // Deleted.
  ...['removed_records.kind', 'removed_records.record'],
  // By its trigger.
  'search_entries.text',
];
/** Columns that never hold anything of a client: words of the program, digests, keys, and what the business is. */
const NEVER_A_CLIENTS = `
  business_slugs.slug card_checkouts.key card_checkouts.status card_refunds.key card_refunds.kind
  card_refunds.status card_refunds.stripe_id client_merges.key dev_mailbox.idempotency_key
  dev_mailbox.reply_to dev_mailbox.sender enquiries.status invoice_versions.digest
  invoice_versions.kind invoice_versions.seller invoices.kind invoices.status jobs.status
  messages.sender migrations.name number_series.noun outgoing_emails.job_key outgoing_emails.kind
  outgoing_emails.provider_id outgoing_emails.status page_publications.digest page_publications.reason
  payments.key payments.method photo_uploads.original_type photos.original_type photos.stage
  portal_links.token_hash publications.digest publications.item_keys publications.reason
  quote_answers.chosen_line_ids quote_answers.digest quote_answers.kind quote_versions.digest
  quote_versions.seller quotes.status rate_limits.key reminders.kind search_entries.kind
  secret_fingerprint.fingerprint stripe_accounts.account_id`
  .trim()
  .split(/\s+/);
/** Tables of which no column ever does: of the business, its staff and the program. */
const TABLES_WITHOUT_CLIENTS = `
  api_keys businesses idempotency_keys invitations second_factors setup_links staff_links staff_members
  staff_sessions stripe_events used_keys webhook_deliveries webhook_endpoints`
  .trim()
  .split(/\s+/);

it('knows every text of the database: it erases it, or the text is never of a client', async () => {
  const { rows } = await world.sql(
    `select c.table_name || '.' || c.column_name as place
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and (c.data_type in ('text', 'json', 'jsonb', 'character varying', 'bytea') or c.data_type = 'ARRAY')
     except select table_name || '.' || column_name from places_of_person() order by place`,
  );
  const known = new Set([...WRITTEN_BY_NAME, ...NEVER_A_CLIENTS]);
  const isUnknown = (place: string) =>
    !known.has(place) && !TABLES_WITHOUT_CLIENTS.includes(place.split('.')[0] as string);
  expect(rows.map(({ place }) => String(place)).filter(isUnknown)).toEqual([]);
});

it('cancels emails that were not sent', async () => {
  const email = `waits-${v7()}@client.test`;
  const { data: made } = await owner(ops.MakeClientDocument, { input: { name: 'Waiter', email } });
  const { id } = made.createClient.client;
  await world.sql(
    `insert into outgoing_emails (id, business_id, kind, recipient, data, status, job_key, created_at)
     select gen_random_uuid(), business_id, 'SHARE', $2, '{}', s, 'key ' || s, now()
     from clients, unnest(array['QUEUED', 'WAITING', 'FAILED', 'SENT']) s where id = $1`,
    [id, email],
  );
  await owner(ops.EraseClientDocument, { id, reason: 'They asked.' });
  const { rows } = await world.sql(
    "select status, recipient from outgoing_emails where job_key like 'key %' order by job_key",
  );
  expect(rows.map(({ status }) => String(status))).toEqual([
    ...['CANCELLED', 'CANCELLED', 'SENT', 'CANCELLED'],
  ]);
  expect(rows.every(({ recipient }) => String(recipient) === '[erased]')).toBe(true);
});

it('erases those who were merged into it as well', async () => {
  const { data: kept } = await owner(ops.MakeClientDocument, { input: { name: 'Kept Kestrel' } });
  const { data: merged } = await owner(ops.MakeClientDocument, {
    input: { name: 'Merged Kestrel', email: 'kestrel@merged.test' },
  });
  const keepId = kept.createClient.client.id;
  await owner(ops.MergeClientsDocument, { keepId, mergeId: merged.createClient.client.id });
  const refused = await owner(ops.EraseClientDocument, {
    id: merged.createClient.client.id,
    reason: 'x',
  });
  expect(refused.errors?.[0]?.extensions.code).toBe('CONFLICT');
  await owner(ops.EraseClientDocument, { id: keepId, reason: 'They asked.' });
  expect(await places(['kestrel'])).toEqual([]);
});

it('leaves namesakes and other businesses as they are', async () => {
  const twin = { name: 'Twin Turner', phone: '0419 333 222' };
  const { data: first } = await owner(ops.MakeClientDocument, { input: twin });
  const { data: second } = await owner(ops.MakeClientDocument, {
    input: { ...twin, phone: '0419 333 223', email: 'other@turner.test' },
  });
  const stranger = await world.as('soletrader');
  await stranger(ops.MakeClientDocument, { input: twin });
  const { data: job } = await owner(ops.CreateJobDocument, {
    input: { title: 'For Twin Turner', clientId: second.createClient.client.id },
  });
  await owner(ops.EraseClientDocument, { id: first.createClient.client.id, reason: 'They asked.' });
  const { data } = await owner(ops.ClientCardDocument, { id: second.createClient.client.id });
  expect(data.client).toMatchObject({ name: 'Twin Turner', email: 'other@turner.test' });
  const { data: after } = await owner(ops.JobForStaffDocument, { id: job.createJob.job.id });
  expect(after.job?.title).toBe('For Twin Turner');
  const { data: theirs } = await stranger(ops.ClientNamesDocument, { search: 'twin turner' });
  expect(theirs.clients.nodes).toHaveLength(1);
});

it('is refused for a supervisor, for a client of another business, and without a reason', async () => {
  const { data } = await owner(ops.MakeClientDocument, { input: { name: 'Stays' } });
  const { id } = data.createClient.client;
  const codes = await Promise.all(
    (['supervisor', 'soletrader'] as const).map(async (person) => {
      const { errors } = await (await world.as(person))(ops.EraseClientDocument, {
        id,
        reason: 'x',
      });
      return errors?.[0]?.extensions.code;
    }),
  );
  expect(codes).toEqual(['FORBIDDEN', 'NOT_FOUND']);
  const { errors } = await owner(ops.EraseClientDocument, { id, reason: '  ' });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'reason' });
});
