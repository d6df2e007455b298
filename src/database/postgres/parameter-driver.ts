import {
  isRaw,
  NativeQueryBuilder,
  PostgreSqlConnection,
  PostgreSqlDriver,
  type Transaction,
} from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { type Statement, StatementTexts, withParameters } from './statement-parameters.js';

const texts = new StatementTexts();

class ParameterConnection extends PostgreSqlConnection {
  override async execute(...args: Parameters<PostgreSqlConnection['execute']>): Promise<never> {
    const [query, params = [], method = 'all', ctx, logging] = args;
    const statement = statementOf(query, params);
    const isPlain = !(logging && 'signal' in logging) && !this.logger.isEnabled('query');
    // MikroORM runs statements that are logged or can be cancelled, and those past the limits of names.
    if (!statement?.values.length || !isPlain || !texts.mayName(statement.text))
      return super.execute(...args) as Promise<never>;
    await this.ensureConnection();
    const compiled = CompiledQuery.raw(statement.text, statement.values);
    const result = await ((ctx ?? this.getClient()) as Transaction).executeQuery(compiled);
    return this.transformRawResult(result as never, method) as never;
  }
}

/**
 * MikroORM's PostgreSQL driver, except that values are sent as parameters; MikroORM writes them into the text. So texts
 * are repeated, and PostgreSQL plans each once for a connection.
 */
export class ParameterDriver extends PostgreSqlDriver {
  protected override readonly connection = new ParameterConnection(this.config);
}

type Query = Parameters<PostgreSqlConnection['execute']>[0];

function statementOf(query: Query, params: unknown): Statement | null {
  const raw = query instanceof NativeQueryBuilder ? query.toRaw() : query;
  if (isRaw(raw)) return withParameters(raw.sql, raw.params);
  return Array.isArray(params) ? withParameters(raw as string, params) : null;
}
