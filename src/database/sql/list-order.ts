import type { EntityMetadata, EntityProperty } from '@mikro-orm/postgresql';
import type { ListOrderBy, PageRequest } from '../reader/reader.js';
import { type Cursor, cursorIn } from './cursors.js';
import { columnNamed } from './rows.js';

/** Adds a parameter to a statement and returns its name. */
export type Bind = (value: unknown) => string;

/** Order of a list, as SQL: a column or an expression, then the id. */
export class ListOrder {
  readonly column: string;
  readonly #isAscending: boolean;
  readonly #list: { name: string; columnType: string };

  constructor(meta: EntityMetadata, request: Pick<PageRequest, 'orderBy'>) {
    const { property, direction, sql, columnType } = orderOf(request);
    const types = (meta.properties[property as never] as EntityProperty | undefined)?.columnTypes;
    this.column = sql ? sql('r') : `r.${columnNamed(meta, property)}`;
    this.#isAscending = direction === 'asc';
    this.#list = {
      name: nameOfList(meta.className, request),
      columnType: columnType ?? types?.[0] ?? '',
    };
  }

  by(isBackward: boolean): string {
    const direction = this.#isAscending === isBackward ? 'desc' : 'asc';
    return `${this.column} ${direction}, r.id ${direction}`;
  }

  /** Conditions for the rows between the cursors. */
  between({ after, before }: Pick<PageRequest, 'after' | 'before'>, bind: Bind): string[] {
    return [
      ...(after ? [this.#compared('after', after, this.#isAscending ? '>' : '<', bind)] : []),
      ...(before ? [this.#compared('before', before, this.#isAscending ? '<' : '>', bind)] : []),
    ];
  }

  /** Condition for the rows on the other side of a cursor, and its own. */
  outside(argument: 'after' | 'before', cursor: string, bind: Bind): string {
    const isSmaller = this.#isAscending === (argument === 'after');
    return this.#compared(argument, cursor, isSmaller ? '<=' : '>=', bind);
  }

  #compared(argument: 'after' | 'before', text: string, operator: string, bind: Bind): string {
    const { value, id }: Cursor = cursorIn(text, this.#list, argument);
    return `(${this.column}, r.id) ${operator} (${bind(value)}, ${bind(id)})`;
  }
}

/** Returns the name of a list in an order, which its cursors hold. */
export function nameOfList(className: string, request: Pick<PageRequest, 'orderBy'>): string {
  const { property, direction } = orderOf(request);
  return `${className} ${property} ${direction}`;
}

function orderOf({ orderBy }: Pick<PageRequest, 'orderBy'>): ListOrderBy {
  return orderBy ?? { property: 'id', direction: 'desc' };
}
