import { Migration } from '@mikro-orm/migrations';

/**
 * Set-up links, and what a business has of its country. Existing businesses get the country of their time zone (and
 * Australia's, where several countries or none have it), with the tax name and date order of that country.
 *
 * Mails need no business: somebody who registers has none yet.
 */
export class SetUp extends Migration {
  override async up(): Promise<void> {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(`
      create table setup_links (
        id uuid primary key,
        token_hash text not null,
        email text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint setup_links_token_hash_unique unique (token_hash)
      )`);
    this.addSql('create index setup_links_open on setup_links (expires_at) where used_at is null');
    this.addSql('alter table outgoing_emails alter column business_id drop not null');
    this.addSql(`
      alter table businesses
        add column country text not null default 'AU' check (country ~ '^[A-Z]{2}$'),
        add column tax_name text not null default 'GST',
        add column date_order text not null default 'DAY_MONTH_YEAR'
          check (date_order in ('DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'))`);
    const zones = await this.execute('select distinct time_zone from businesses');
    for (const { time_zone } of zones as { time_zone: string }[]) {
      const country = COUNTRY_OF_ZONE.get(time_zone);
      if (country) this.addSql(updateOf(time_zone, country));
    }
  }
}

interface CountryOfZone {
  code: string;
  taxName: string;
  dateOrder: string;
}

const COUNTRIES: CountryOfZone[] = [
  { code: 'NZ', taxName: 'GST', dateOrder: 'DAY_MONTH_YEAR' },
  { code: 'GB', taxName: 'VAT', dateOrder: 'DAY_MONTH_YEAR' },
  { code: 'JP', taxName: 'Consumption tax', dateOrder: 'YEAR_MONTH_DAY' },
  { code: 'US', taxName: 'Tax', dateOrder: 'MONTH_DAY_YEAR' },
  { code: 'CA', taxName: 'GST', dateOrder: 'DAY_MONTH_YEAR' },
  { code: 'IE', taxName: 'VAT', dateOrder: 'DAY_MONTH_YEAR' },
  { code: 'ZA', taxName: 'VAT', dateOrder: 'YEAR_MONTH_DAY' },
  { code: 'SG', taxName: 'GST', dateOrder: 'DAY_MONTH_YEAR' },
];

const COUNTRY_OF_ZONE = new Map(
  COUNTRIES.flatMap((country) => zonesOf(country.code).map((zone) => [zone, country] as const)),
);

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?(): string[];
    timeZones?: string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

function updateOf(zone: string, { code, taxName, dateOrder }: CountryOfZone): string {
  return `update businesses set country = '${code}', tax_name = '${taxName}', date_order = '${dateOrder}'
    where time_zone = '${zone}'`;
}
