import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, type Mail, until, type World } from '../harness/world.js';

const REQUEST = 'mutation ($token: String!) { requestPortalLink(token: $token) }';

/** Asks for a new link like the client of a dead page. */
export function requestNewLink(world: World, token: string) {
  return world.asVisitor<{ requestPortalLink: boolean }, { token: string }>(REQUEST, { token });
}

/** Ends a link as time does, two days ago. */
export async function expire(world: World, linkId: string): Promise<void> {
  await world.sql(
    "update portal_links set created_at = now() - interval '40 days', expires_at = now() - interval '2 days' where id = $1",
    [linkId],
  );
}

/** The mail with a new link, for a client whose link has expired. */
export async function letterOfNewLink(world: World, owner: Ask): Promise<Mail> {
  const job = await scheduledJob(owner, 'Fix the <upgrade> tap');
  const { token, portalLink } = await shared(world, owner, job, ['STATUS']);
  await expire(world, portalLink?.id as string);
  await requestNewLink(world, token);
  return until(async () =>
    (await world.mails(job.email)).find(({ subject }) =>
      /your new link|رابطك الجديد/.test(subject),
    ),
  );
}
