import { idSql } from './ids.js';
import { salesSteps } from './sales.js';
import { bigNumber, type Size } from './size.js';

/** One step of the seed: its name and its statement. */
export interface Step {
  makes: string;
  sql: string;
}

const OPEN_TO_2099 = "timestamptz '2099-12-31'";

/**
 * All rows but publications, one statement for each table. `g` numbers the jobs of all businesses in turn, as they
 * would be created over time, so the jobs of one business are not adjacent.
 */
export function rowSteps(size: Size): Step[] {
  return [...businessSteps(size), ...jobSteps(size), ...salesSteps(size)];
}

function businessSteps({ businesses, jobsEach }: Size): Step[] {
  const b = `generate_series(0, ${businesses - 1}) b`;
  const staff = `${b}, (values (0, 'BUSINESS_OWNER', 'Olive Owner'), (1, 'SUPERVISOR', 'Sam Supervisor'), (2, 'TRADIE', 'Terry Tradie')) s(i, role, name)`;
  return [
    {
      makes: 'businesses',
      sql: `insert into businesses (id, slug, name, phone, email, client_portal_enabled)
        select ${idSql('businesses', 'b')}, 'bench-' || b, 'Bench Business ' || b, '+61290001000', 'office@bench-' || b || '.test', true from ${b}`,
    },
    {
      makes: 'number_series',
      sql: `insert into number_series (id, business_id, noun, last)
        select ${idSql('number_series', 'b * 3 + n.i')}, ${idSql('businesses', 'b')}, n.noun, ${jobsEach * 2 + 2}
        from ${b}, (values (0, 'job'), (1, 'quote'), (2, 'invoice')) n(i, noun)`,
    },
    {
      makes: 'staff_members',
      sql: `insert into staff_members (id, business_id, name, email, role, hourly_cost_cents, password_hash)
        select ${idSql('staff_members', 'b * 3 + s.i')}, ${idSql('businesses', 'b')}, s.name, lower(s.role) || '@bench-' || b || '.test', s.role, 4500 + 500 * s.i, 'none'
        from ${staff}`,
    },
    {
      makes: 'staff_sessions',
      sql: `insert into staff_sessions (id, business_id, staff_member_id, token_hash, expires_at)
        select ${idSql('staff_sessions', 'b * 3 + s.i')}, ${idSql('businesses', 'b')}, ${idSql('staff_members', 'b * 3 + s.i')},
          encode(sha256(('jgs_bench_' || b || '_' || s.i)::bytea), 'hex'), ${OPEN_TO_2099}
        from ${staff}`,
    },
    {
      makes: 'clients',
      sql: `insert into clients (id, business_id, name, email, phone)
        select ${idSql('clients', 'b * 100 + c')}, ${idSql('businesses', 'b')}, 'Client ' || c || ' of ' || b, 'client' || c || '@bench-' || b || '.test', '+6141200' || lpad(c::text, 4, '0')
        from ${b}, generate_series(0, 99) c`,
    },
  ];
}

/** The jobs with their numbers and owners, and the multiple of the usual number of items. */
function jobsOf(size: Size): string {
  return `(select g, g % ${size.businesses} as b, g / ${size.businesses} + 1 as number,
    case when g / ${size.businesses} + 1 = ${bigNumber(size)} then ${size.items} else 1 end as times
    from generate_series(0, ${size.businesses * size.jobsEach - 1}) g) j`;
}

/** The jobs, each repeated for its items (more on a big one); `n` numbers the items of all jobs. */
export function itemsOf(size: Size, each: number, as = 'x'): string {
  return `(select j.*, i, j.g::bigint * ${each * size.items} + i as n
    from ${jobsOf(size)}, generate_series(0, ${each} * j.times - 1) i) ${as}`;
}

export const OF_JOB = `${idSql('businesses', 'x.b')}, ${idSql('jobs', 'x.g')}`;
const WORDS =
  "'The tap in the kitchen drips and the cupboard below it is wet; bring washers and a new valve.'";
const STATUSES =
  "(array['SCHEDULED','IN_PROGRESS','COMPLETED','SCHEDULED','ON_HOLD','COMPLETED','IN_PROGRESS','SCHEDULED','CANCELLED','COMPLETED'])";

function jobSteps(size: Size): Step[] {
  return [
    {
      makes: 'jobs',
      sql: `insert into jobs (id, business_id, number, title, description, site_address, status, client_id, internal_notes, client_messages_enabled)
        select ${idSql('jobs', 'j.g')}, ${idSql('businesses', 'j.b')}, j.number, 'Job ' || j.number || ': fix what drips', ${WORDS},
          j.number || ' Harbour Street, Sydney', ${STATUSES}[(j.number - 1) % 10 + 1],
          ${idSql('clients', 'j.b * 100 + j.number % 100')}, 'Gate code ' || j.number, j.number % 20 = 1
        from ${jobsOf(size)}`,
    },
    {
      makes: 'visits',
      sql: `insert into visits (id, business_id, job_id, starts_at, ends_at, cancelled_at)
        select ${idSql('visits', 'x.n')}, ${OF_JOB}, x.starts_at, x.starts_at + interval '2 hours',
          case when x.i % 2 = 1 and x.number % 20 = 11 then timestamptz '2026-02-01 00:00Z' end
        from (select x.*, timestamptz '2026-03-02 22:00Z' + (x.number % 90 + x.i * 3) * interval '1 day' as starts_at from ${itemsOf(size, 2)}) x`,
    },
    {
      makes: 'assignments',
      sql: `insert into assignments (id, business_id, job_id, visit_id, staff_member_id)
        select ${idSql('assignments', 'x.n')}, ${OF_JOB}, case when x.i < 2 then ${idSql('visits', `x.g::bigint * ${2 * size.items} + x.i`)} end,
          ${idSql('staff_members', 'x.b * 3 + 2')}
        from (select j.*, i, j.g::bigint * 3 + i as n from ${jobsOf(size)}, generate_series(0, 2) i) x`,
    },
    {
      makes: 'notes',
      sql: `insert into notes (id, business_id, job_id, body, internal, created_at, author_id)
        select ${idSql('notes', 'x.n')}, ${OF_JOB}, 'Note ' || x.i || '. ' || ${WORDS}, x.i % 3 = 2,
          timestamptz '2026-01-05 00:00Z' + x.i * interval '1 hour', ${idSql('staff_members', 'x.b * 3 + x.i % 3')}
        from ${itemsOf(size, 6)}`,
    },
    {
      makes: 'todos',
      sql: `insert into todos (id, business_id, job_id, title, done)
        select ${idSql('todos', 'x.n')}, ${OF_JOB}, ${todoTitle('x.i')}, ${todoDone('x.i')} from ${itemsOf(size, 5)}`,
    },
    {
      makes: 'photos',
      sql: `insert into photos (id, business_id, job_id, caption, shared, created_at, width, height, thumbnail_url, display_url, original_url, original_type)
        select x.id, ${OF_JOB}, 'Photo ' || x.i || ' of the kitchen', x.i % 2 = 0, timestamptz '2026-01-06 00:00Z' + x.i * interval '1 minute', 1600, 1200,
          '/photos/' || x.id || '/thumbnail', '/photos/' || x.id || '/display', '/photos/' || x.id || '/original', 'image/jpeg'
        from (select x.*, ${idSql('photos', 'x.n')} as id from ${itemsOf(size, 8)}) x`,
    },
    {
      makes: 'materials',
      sql: `insert into materials (id, business_id, job_id, name, quantity, unit_cost_cents)
        select ${idSql('materials', 'x.n')}, ${OF_JOB}, 'Valve ' || x.i, 2 + x.i, 1250 from ${itemsOf(size, 2)}`,
    },
    {
      makes: 'messages',
      sql: `insert into messages (id, business_id, job_id, client_id, sender, author_id, body, sent_at)
        select ${idSql('messages', 'x.n')}, ${OF_JOB}, ${idSql('clients', 'x.b * 100 + x.number % 100')},
          case x.i when 0 then 'CLIENT' else 'BUSINESS' end, case x.i when 1 then ${idSql('staff_members', 'x.b * 3')} end,
          'Message ' || x.i || '. When will you come?', timestamptz '2026-02-10 00:00Z' + x.i * interval '1 hour'
        from (select j.*, i, j.g::bigint * 2 + i as n from ${jobsOf(size)}, generate_series(0, 1) i where j.number % 20 = 1) x`,
    },
  ];
}

/** Text of a to-do as seeded; used to reset it. */
export const todoTitle = (i: string) => `'Step ' || ${i} || ': shut the water off and test'`;
export const todoDone = (i: string) => `(${i}) % 2 = 0`;
