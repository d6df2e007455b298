import type { World } from '../harness/world.js';

// What the mailer does meanwhile is nobody's doing here, and a try that was refused is counted all the same.
const BY_THEMSELVES = ['outgoing_emails', 'dev_mailbox', 'rate_limits'];

/** All that is written, as one word: the same word twice, and nothing was written in between. */
export async function written({ sql }: World): Promise<unknown> {
  const { rows } = await sql(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const tables = rows
    .map(({ name }) => String(name))
    .filter((each) => !BY_THEMSELVES.includes(each));
  const digests = tables.map(
    (name) =>
      `select '${name}' as name, count(*)::int as count, md5(string_agg(t::text, '' order by t::text)) as digest from ${name} t`,
  );
  const mails = "select 'outgoing_emails', count(*)::int, null from outgoing_emails";
  return (await sql([...digests, mails].join(' union all '))).rows;
}
