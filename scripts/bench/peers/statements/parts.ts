/** Authenticates a staff token with access to every job and every cost of the business. */
export const OWNER = `
  select m.business_id, m.id as staff_id from staff_sessions s
  join staff_members m on m.id = s.staff_member_id and m.removed_at is null
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()
    and m.role in ('BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN')`;

/** Status of a quote today in the business's time zone; needs `q` with `time_zone`. */
export const QUOTE_STATUS = `
  case when q.status = 'SENT' and q.valid_until < (now() at time zone q.time_zone)::date then 'EXPIRED' else q.status end`;
