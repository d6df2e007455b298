import type { MikroORM } from '@mikro-orm/postgresql';
import { withoutTimeouts } from './orm.js';
import { PORTAL_ROLE, PortalRoleMissing } from './portal-role.js';

/**
 * Brings the database up to date: tables, the portal's role, and what the role may read. Each migration
 * commits by itself, so one that broke off goes on where it was. To be called with the set-up lock only.
 */
export async function migrate(orm: MikroORM, grants: string[]): Promise<void> {
  await withoutTimeouts(orm, async () => {
    await orm.migrator.up();
    await createPortalRole(orm);
    await orm.em.fork().transactional(async (em) => {
      for (const grant of grants) await em.execute(grant);
    });
  });
}

/** Roles belong to the whole server, so another database of ours may have made it already. */
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
    -- Another server made it in the same moment.
    null;
  end
  $$`;

const GRANT_ROLE = `
  do $$
  begin
    grant ${PORTAL_ROLE} to current_user;
  exception when insufficient_privilege then
    -- An administrator made the role and has granted it, or start-up says that it cannot be used.
    null;
  end
  $$`;
