import { Migration } from '@mikro-orm/migrations';

/** At most one row: the fingerprint of the secret that all servers on this database must share. */
export class SecretFingerprint extends Migration {
  override up(): void {
    this.addSql(`
      create table secret_fingerprint (
        only_one boolean primary key default true check (only_one),
        fingerprint text not null,
        created_at timestamptz not null default now()
      )`);
  }
}
