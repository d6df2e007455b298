import type { EntityMetadata } from '@mikro-orm/postgresql';
import type { OperationBudget } from '../budget/operation-budget.js';
import type { Statements } from '../postgres/statements.js';
import { type Fact, factStatement } from '../sql/list-facts.js';
import {
  assignedOnly,
  inScope,
  KNOWN_SCOPE,
  type LiveScope,
  ONLY_JOBS_OF,
  owner,
} from '../sql/scope.js';
import type { Condition, PageRequest } from './reader.js';
import type { StatementGuard } from './statement-guard.js';

type RawRow = Record<string, unknown>;

/** Runs the statements of one operation on the live rows of one business. */
export class LiveStatements {
  constructor(
    private readonly db: Statements,
    readonly scope: LiveScope,
    private readonly budget?: OperationBudget,
    /** Condition that has not been checked yet and without which no row may be read. */
    private readonly guard?: StatementGuard,
  ) {}

  /** Returns the rows of a statement; none if the guard does not hold or the operation was stopped. */
  async read(sql: string, values: readonly unknown[]): Promise<RawRow[]> {
    const { guard, budget } = this;
    if (!guard || guard.holds) return this.db.rows(sql, values, budget);
    if (guard.holds === false) return [];
    const guarded = guard.guarded(sql, values);
    const rows = await this.db.rows(guarded.sql, guarded.values, budget);
    // A cancelled statement has not checked the guard.
    return budget?.isStopped ? [] : guard.checkedRows(rows);
  }

  /** Returns the request with its rows restricted to what is settled, if its order asks for that. */
  async settled(request: PageRequest): Promise<PageRequest> {
    const { settledBefore, sql } = request.orderBy ?? {};
    if (!settledBefore || !sql) return request;
    const [row] = await this.read(
      `select 1 as id, s.settled_before::text from (${settledBefore}) s`,
      [],
    );
    const before = row?.settled_before ?? '-infinity';
    const isSettled: Condition = {
      sql: (alias, bind) => `${sql(alias)} < ${bind(before)}::timestamptz`,
    };
    return { ...request, where: [...(request.where ?? []), isSettled] };
  }

  /** Returns a function that reads a fact about a list, at most once. */
  factsOf(meta: EntityMetadata, request: PageRequest): (fact: Fact) => Promise<unknown> {
    const read = new Map<Fact, Promise<unknown>>();
    return (fact) => {
      const known = read.get(fact) ?? this.#fact(meta, request, fact);
      read.set(fact, known);
      return known;
    };
  }

  async #fact(meta: EntityMetadata, request: PageRequest, fact: Fact): Promise<unknown> {
    const { sql, values } = factStatement(meta, request, this.scope, fact);
    const [row] = await this.read(sql, values);
    return row?.fact ?? false;
  }

  /** Returns the SQL after the columns: `from … where …`; `where` may use `$2`. */
  from(meta: EntityMetadata, where: string): string {
    return `from ${meta.tableName} r where ${owner(meta)} = $1 and ${KNOWN_SCOPE} and ${where}`;
  }

  /** Returns the parameters of a statement that ends with `from`; `wanted` is `$2`. */
  values(wanted: unknown): unknown[] {
    return inScope(this.scope, wanted);
  }

  /** Returns the condition that restricts the rows to assigned jobs, empty if the caller sees all jobs. */
  assigned(meta: EntityMetadata): string {
    return this.isScoped ? assignedOnly(meta, ONLY_JOBS_OF) : '';
  }

  /** Whether only the jobs assigned to one staff member are read. */
  get isScoped(): boolean {
    return this.scope.onlyJobsOf !== undefined;
  }
}
