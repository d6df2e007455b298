import { insertColleague } from '../harness/staff.js';
import { type Ask, type Mail, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let people = 0;

/** Adds somebody to the business; returns what is needed to put them on visits and to read their mail. */
export function colleague(world: World, role: ops.StaffRole = 'TRADIE') {
  people += 1;
  const email = `visitor${people}-${Date.now()}@staff.test`;
  return insertColleague(world, { name: `Person ${people}`, email, role });
}

/** A job without visits. */
export async function emptyJob(owner: Ask, title = 'Fix the tap'): Promise<string> {
  const { data } = await owner(ops.CreateJobDocument, {
    input: { title, siteAddress: '1 Low Street' },
  });
  return data.createJob.job.id;
}

/** The next visit email to an address after `count` earlier ones. */
export function nextMail(world: World, address: string, count = 0): Promise<Mail> {
  return until(async () => {
    const mails = await world.mails(address);
    return mails.length > count && mails[0];
  });
}

/** Waits until the last visit email of an address is settled; returns its status. */
export function settled(world: World, address: string): Promise<string> {
  return until(async () => {
    const { rows } = await world.sql(
      `select status from outgoing_emails where recipient = $1 and kind = 'VISITS_TO_STAFF' order by id desc limit 1`,
      [address],
    );
    const status = rows[0]?.status as string | undefined;
    return status !== 'QUEUED' && status;
  });
}

/** A property of a calendar file, with folded lines joined. */
export function property(file: string | undefined, name: string): string | undefined {
  return file
    ?.replace(/\r\n[ \t]/g, '')
    .match(new RegExp(`^${name}(?:;[^:]*)?:(.*?)\r?$`, 'm'))?.[1];
}
