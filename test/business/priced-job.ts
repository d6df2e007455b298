import type { Ask, World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { newBusiness } from './empty-world.js';

/** Sets up a business with its portal on; returns its owner. */
export async function ownerOf(world: World, details: object, setupToken: string): Promise<Ask> {
  const input = newBusiness({ setupToken, ...details });
  const { data, errors } = await world.asVisitor(ops.SetUpBusinessDocument, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  const owner = world.withToken(data.setUpBusiness.token);
  await owner(
    'mutation { updateSiteSettings(input: { clientPortalEnabled: true }) { business { id } } }',
  );
  return owner;
}

/** The same by a set-up link that was asked for by mail. */
export async function registeredOwner(world: World, details: { ownerEmail: string }): Promise<Ask> {
  await world.asVisitor(ops.RequestRegistrationDocument, { email: details.ownerEmail });
  const [mail] = await world.mailsTo(details.ownerEmail, 1);
  const token = mail?.links.find((link) => link.includes('/setup#'))?.split('#')[1];
  return ownerOf(world, details, token as string);
}

/** A job with a quote of these lines, sent while the portal was off, so that the mail has the lines and the tax. */
export async function quoted(owner: Ask, email: string, lines: ops.QuoteLineInput[]) {
  const { data: made } = await owner(ops.CreateClientDocument, { input: { name: 'Kenji', email } });
  const clientId = made.createClient.client.id;
  const { data } = await owner(ops.CreateJobDocument, { input: { title: 'Fix taps', clientId } });
  const jobId = data.createJob.job.id;
  const visit = { jobId, startsAt: '2031-03-03T00:00:00Z', endsAt: '2031-03-03T02:00:00Z' };
  await owner(ops.ScheduleVisitDocument, { input: visit });
  const input = { jobId, title: 'New taps', lines, validUntil: '2031-03-31' };
  const { data: draft } = await owner(ops.CreateQuoteDocument, { input });
  const quoteId = draft.createQuote.quote.id;
  await owner(ops.SwitchPortalDocument, { on: false });
  const sent = await owner(ops.SendQuoteDocument, { id: quoteId });
  if (sent.errors) throw new Error(JSON.stringify(sent.errors));
  await owner(ops.SwitchPortalDocument, { on: true });
  return { jobId, quoteId, email };
}
