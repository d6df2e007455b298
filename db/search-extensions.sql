-- For a database whose user may not create extensions: an administrator runs this once on that database. The next
-- start creates the index that makes searching fast.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
