import pg from 'pg';

/** A named statement with its values: PostgreSQL plans it once per connection. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** Sends these statements in order and returns the rows of each. */
export type Send = (...statements: (Statement | 'begin')[]) => Promise<Row[][]>;
type Row = Record<string, unknown>;

/** Connections that keep their prepared statements and support pipelining. */
export class Transactions {
  readonly #pool: pg.Pool;

  /**
   * `pipelined` sends all statements of one `Send` in one write and then waits for all responses; otherwise each
   * waits for the one before. PostgreSQL runs them in order either way.
   */
  constructor(
    connectionString: string,
    max: number,
    private readonly pipelined: boolean,
  ) {
    this.#pool = new pg.Pool({ connectionString, max, pipeline: pipelined });
  }

  /** Runs the work with a connection; rolls back a transaction that it leaves open. */
  async run<T>(work: (send: Send) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      const result = await work(this.pipelined ? pipelining(client) : waiting(client));
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        (lost) => client.release(lost),
      );
      throw error;
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

function waiting(client: pg.PoolClient): Send {
  return async (...statements) => {
    const answers: Row[][] = [];
    for (const each of statements) answers.push((await client.query(each)).rows);
    return answers;
  };
}

function pipelining(client: pg.PoolClient): Send {
  const { stream } = (client as unknown as { connection: Connection }).connection;
  return async (...statements) => {
    stream.cork();
    const sent = statements.map((each) => client.query(each));
    stream.uncork();
    // The connection is free again only when all of them were answered, failed or not.
    const settled = await Promise.allSettled(sent);
    return settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value.rows;
    });
  };
}

/** Properties that pg's types lack: the socket of a client's connection. */
interface Connection {
  stream: { cork(): void; uncork(): void };
}
