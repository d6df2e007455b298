import { momentFrom } from '../database/moment.js';
import type { Lookup } from '../database/reader.js';
import type { OutgoingEmailStatus } from '../email/outgoing-email.entity.js';

/** How what is published reaches the job's present client. */
export interface Travel {
  /** Its links, first made first. */
  links: LinkOnItsWay[];
  /** The newest mail that carries one of them: a share, a quote or an invoice. */
  mail: { status: OutgoingEmailStatus; failure: string | null; to: string } | null;
}

export interface LinkOnItsWay {
  sentTo: string;
  revokedAt: Date | null;
  expiresAt: Date;
  lastViewedAt: Date | null;
}

/** The links and the newest mail of a job's present client. */
export const howItTravels: Lookup<Travel> = {
  sql: `
    with links as (
      select l.* from jobs j
      join portal_links l on l.job_id = j.id and l.client_id = j.client_id
      where j.business_id = $1 and j.id = any($2)
    )
    select j.id,
      (select coalesce(json_agg(json_build_object('sentTo', l.sent_to, 'revokedAt', l.revoked_at,
          'expiresAt', l.expires_at, 'lastViewedAt', l.last_viewed_at) order by l.id), '[]')
        from links l where l.job_id = j.id) as links,
      (select json_build_object('status', e.status, 'failure', e.failure, 'to', e.recipient)
        from outgoing_emails e
        where e.business_id = $1 and e.job_id = j.id
          and e.data ->> 'linkId' in (select l.id::text from links l where l.job_id = j.id)
        order by e.created_at desc, e.id desc limit 1) as mail
    from jobs j
    where j.business_id = $1 and j.id = any($2)`,
  answer: ({ links, mail }) => ({
    links: (links as Raw[]).map(withDates),
    mail: mail as Travel['mail'],
  }),
};

type Raw = { [K in keyof LinkOnItsWay]: string | Extract<LinkOnItsWay[K], null> };

function withDates({ sentTo, revokedAt, expiresAt, lastViewedAt }: Raw): LinkOnItsWay {
  return {
    sentTo,
    revokedAt: revokedAt === null ? null : momentFrom(revokedAt),
    expiresAt: momentFrom(expiresAt),
    lastViewedAt: lastViewedAt === null ? null : momentFrom(lastViewedAt),
  };
}
