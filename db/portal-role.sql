-- For a database whose owner may not create roles: an administrator runs this once, as
--   psql -v owner=<the user of DATABASE_URL> -f db/portal-role.sql
-- Jobglass grants the role its columns at every migration.
create role jobglass_portal nologin;
grant jobglass_portal to :"owner";
