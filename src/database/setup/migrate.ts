import type { MikroORM } from '@mikro-orm/postgresql';
import { withoutTimeouts } from '../postgres/orm.js';
import { PORTAL_ROLE, PortalRoleMissing } from '../postgres/portal-role.js';
import { createSearchIndex } from '../search/search-index.js';

/**
 * Migrates the database: tables, the portal's role and its grants. Each migration is its own transaction, so an
 * interrupted run continues where it stopped. The caller must hold the set-up lock.
 *
 * @param say receives a sentence about what cannot be set up and is not needed to start.
 * @throws PortalRoleMissing when the role cannot be created.
 */
export async function migrate(
  orm: MikroORM,
  grants: string[],
  say: (line: string) => void = () => undefined,
): Promise<void> {
  await withoutTimeouts(orm, async () => {
    await orm.migrator.up();
    await createSearchIndex(orm, say);
    await createPortalRole(orm);
    // Several statements in one are one transaction.
    await orm.em.fork().execute(grants.join('; '));
  });
}

/** Roles belong to the whole PostgreSQL server, so the role may exist already from another database. */
async function createPortalRole(orm: MikroORM): Promise<void> {
  try {
    await orm.em.fork().execute(CREATE_ROLE);
    await orm.em.fork().execute(GRANT_ROLE);
  } catch (error) {
    throw new PortalRoleMissing(error);
  }
}

const CREATE_ROLE = `
  do $$
  begin
    if not exists (select from pg_roles where rolname = '${PORTAL_ROLE}') then
      create role ${PORTAL_ROLE} nologin;
    end if;
  exception when duplicate_object or unique_violation then
    -- Created by another server at the same time.
    null;
  end
  $$`;

const GRANT_ROLE = `
  do $$
  begin
    grant ${PORTAL_ROLE} to current_user;
  exception when insufficient_privilege then
    -- Created and granted by an administrator; otherwise start-up reports that it cannot be used.
    null;
  end
  $$`;
