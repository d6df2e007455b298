/**
 * SQL of the triggers that keep `updated_at`. A stamp moves when one of its columns changes, by any statement. Columns are
 * grouped by who may see them: a change of a group moves the stamps of that group alone, so that nobody learns of a change
 * that they may not see. `src/domain/common/updated-at.ts` names the readers of each group.
 *
 * A migration that adds a column to one of these tables says with `alsoMovedBy` which stamps it moves; a test fails while a
 * column has no group.
 */

/** Group of columns: '' for what every reader of the record sees, otherwise the prefix of its two stamps. */
export type StampGroup = '' | 'costs_' | 'office_' | 'sharing_';

/** Two columns of a group: when it last changed, and the transaction that did it. */
export const stampColumns = (group: StampGroup) => ({
  updatedAt: `${group}updated_at`,
  changedIn: `${group}changed_in`,
});

/**
 * The next stamp after `before` (null for the first): the time of the database in milliseconds, as GraphQL writes it, and
 * at least one more than before. The transaction takes its number first, so that a transaction without a number cannot
 * write a stamp of the past.
 */
export const NEXT_STAMP = `
create or replace function next_stamp(before timestamptz) returns timestamptz language plpgsql volatile as $$
begin
  perform pg_current_xact_id();
  return greatest(before + interval '1 millisecond', date_trunc('milliseconds', clock_timestamp()));
end
$$`;

/**
 * Condition that this transaction has not moved the stamps of a row yet. A number alone does not say so: in a database that
 * was restored elsewhere they begin again.
 */
const isUnmoved = (row: string, group: StampGroup) => {
  const { updatedAt, changedIn } = stampColumns(group);
  return `(${row}.${changedIn} <> pg_current_xact_id() or ${row}.${updatedAt} < date_trunc('milliseconds', now()))`;
};

/** Moves the stamps of a row once in each transaction. */
export const stampFunction = (group: StampGroup) => {
  const { updatedAt, changedIn } = stampColumns(group);
  return `
create or replace function stamp_${updatedAt}() returns trigger language plpgsql as $$
begin
  if ${isUnmoved('old', group)} then
    new.${changedIn} := pg_current_xact_id();
    new.${updatedAt} := next_stamp(old.${updatedAt});
  end if;
  return new;
end
$$`;
};

/** Trigger of a table: a change of these columns moves the stamps of their group. Columns of type json are compared as text. */
export const movedBy = (table: string, group: StampGroup, columns: string[]) => {
  const { updatedAt } = stampColumns(group);
  const changed = columns.map((column) => `old.${column} is distinct from new.${column}`);
  return `create or replace trigger ${updatedAt} before update on ${table} for each row
    when (${changed.join(' or ')}) execute function stamp_${updatedAt}()`;
};

/**
 * Statement of a later migration, after it has added columns to a table: they move the stamps of a group as well. What moves
 * them already stays, whatever other migrations have added.
 */
export const alsoMovedBy = (table: string, group: StampGroup, columns: string[]) => {
  const { updatedAt } = stampColumns(group);
  const changed = columns.map((column) => `old.${column} is distinct from new.${column}`);
  return `do $also$
  declare
    trigger text := (select pg_get_triggerdef(oid) from pg_trigger
      where tgrelid = '${table}'::regclass and tgname = '${updatedAt}');
  begin
    execute replace(replace(trigger, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER'),
      ' WHEN (', ' WHEN (${changed.join(' or ')} or ');
  end
  $also$`;
};

/** Statement of a trigger function: moves the stamps of the rows of a table whose ids the query returns. */
export const moveStamps = (table: string, group: StampGroup, ids: string) => {
  const { updatedAt, changedIn } = stampColumns(group);
  return `update ${table} r set ${updatedAt} = next_stamp(r.${updatedAt}), ${changedIn} = pg_current_xact_id()
    where r.id in (${ids}) and ${isUnmoved('r', group)}`;
};
