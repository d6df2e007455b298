import { Migration } from '@mikro-orm/migrations';
import { moveStamps } from './updated-at-triggers.js';

/** Photos that a visitor sends with an enquiry, and the words by which enquiries are found. */
export class EnquiryPhotos extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const TEXT = (row: string) =>
  `' ' || search_fold(concat_ws(' ', ${row}.name, ${row}.email, ltrim(${row}.phone, '+'), ${row}.site_address, ${row}.message))`;

const STATEMENTS = [
  `create table enquiry_photos (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    enquiry_id uuid not null,
    width integer not null,
    height integer not null,
    foreign key (business_id, enquiry_id) references enquiries (business_id, id)
  )`,
  'create index enquiry_photos_of_enquiry on enquiry_photos (business_id, enquiry_id)',
  // Photos are read as part of their enquiry.
  `create or replace function enquiry_photos_stamps() returns trigger language plpgsql as $$
  begin
    ${moveStamps('enquiries', '', 'select enquiry_id from changed')};
    return null;
  end
  $$`,
  `create or replace trigger enquiry_photos_added after insert on enquiry_photos
   referencing new table as changed for each statement execute function enquiry_photos_stamps()`,
  `create or replace trigger enquiry_photos_removed after delete on enquiry_photos
   referencing old table as changed for each statement execute function enquiry_photos_stamps()`,
  // An upload of a visitor is nobody's.
  'alter table photo_uploads alter column staff_member_id drop not null',
  `create or replace function enquiries_search_entry() returns trigger language plpgsql as $$
  begin
    insert into search_entries (id, business_id, kind, text) values (new.id, new.business_id, 'enquiries', ${TEXT('new')})
    on conflict (id) do update set text = excluded.text where search_entries.text <> excluded.text;
    return null;
  end
  $$`,
  `create or replace trigger search_entry after insert or update of name, email, phone, site_address, message on enquiries
   for each row execute function enquiries_search_entry()`,
  `create or replace function enquiries_search_entry_gone() returns trigger language plpgsql as $$
  begin
    delete from search_entries where id = old.id;
    return null;
  end
  $$`,
  `create or replace trigger search_entry_gone after delete on enquiries
   for each row execute function enquiries_search_entry_gone()`,
  // Rows from before the triggers.
  `insert into search_entries (id, business_id, kind, text)
   select e.id, e.business_id, 'enquiries', ${TEXT('e')} from enquiries e on conflict (id) do nothing`,
];
