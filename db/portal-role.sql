-- For a database whose owner may not create roles: somebody who may runs this once, as
--   psql -v owner=<the user of DATABASE_URL> -f db/portal-role.sql
-- Jobglass itself grants the role its columns whenever it migrates.
create role jobglass_portal nologin;
grant jobglass_portal to :"owner";
