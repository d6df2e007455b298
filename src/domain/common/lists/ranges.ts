import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { InputType } from 'type-graphql';
import type { Condition } from '../../../database/reader/reader.js';
import { staffOnly } from '../../../visibility/audience.js';
import { FieldFor } from '../../../visibility/declare/fields.js';

@InputType({ description: 'Time from one moment up to another; open where one is left out.' })
export class DateTimeRange {
  @FieldFor(staffOnly, 'First moment that is included.', () => GraphQLDateTime, { nullable: true })
  from?: Date | null;

  @FieldFor(staffOnly, 'First moment that is no longer included.', () => GraphQLDateTime, {
    nullable: true,
  })
  to?: Date | null;
}

@InputType({ description: 'Days from one up to another; open where one is left out.' })
export class DateRange {
  @FieldFor(staffOnly, 'First day.', () => GraphQLDate, { nullable: true })
  from?: Date | null;

  @FieldFor(staffOnly, 'Last day, included.', () => GraphQLDate, { nullable: true })
  to?: Date | null;
}

/** SQL expression, for the alias of a row. */
type Expression = (row: string) => string;

/** Rows whose time is in the range; all rows without one. */
export function inTime(time: Expression, range: DateTimeRange | null | undefined): Condition[] {
  return [
    ...compared(time, '>=', moment(range?.from), 'timestamptz'),
    ...compared(time, '<', moment(range?.to), 'timestamptz'),
  ];
}

/** Rows whose day is in the range; all rows without one. */
export function onDays(day: Expression, range: DateRange | null | undefined): Condition[] {
  return [
    ...compared(day, '>=', dayOf(range?.from), 'date'),
    ...compared(day, '<=', dayOf(range?.to), 'date'),
  ];
}

function compared(
  value: Expression,
  operator: '<' | '<=' | '>=',
  limit: string | null,
  type: 'timestamptz' | 'date',
): Condition[] {
  if (limit === null) return [];
  return [{ sql: (row, bind) => `${value(row)} ${operator} ${bind(limit)}::${type}` }];
}

function moment(time: Date | null | undefined): string | null {
  return time?.toISOString() ?? null;
}

function dayOf(day: Date | null | undefined): string | null {
  return day?.toISOString().slice(0, 10) ?? null;
}
