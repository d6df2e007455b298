import { Migration } from '@mikro-orm/migrations';

/** Columns for the bytes of photos, and uploads that no photo uses yet. */
export class PhotoBytes extends Migration {
  override up(): void {
    for (const statement of STATEMENTS.split(';\n')) {
      if (statement.trim()) this.addSql(statement);
    }
  }
}

const STATEMENTS = `
alter table photos
  add column width int check (width > 0),
  add column height int check (height > 0),
  add column thumbnail_url text,
  add column display_url text,
  add column original_url text,
  add column original_type text;

create table photo_uploads (
  id uuid primary key,
  business_id uuid not null,
  staff_member_id uuid not null,
  width int not null check (width > 0),
  height int not null check (height > 0),
  original_type text not null,
  created_at timestamptz not null,
  foreign key (business_id, staff_member_id) references staff_members (business_id, id)
);
create index photo_uploads_by_age on photo_uploads (created_at);
create index photo_uploads_of_member on photo_uploads (business_id, staff_member_id);
`;
