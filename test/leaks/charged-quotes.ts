import type { World } from '../harness/world.js';

/** What a client sees of a quote: the invoice that is made with its acceptance is made of these columns. */
const COLUMNS: Record<string, { owner: string; columns: string[] }> = {
  quotes: { owner: 'id', columns: ['title', 'terms', 'net_cents', 'tax_cents', 'total_cents'] },
  quote_lines: {
    owner: 'quote_id',
    columns: [
      'description',
      'quantity',
      'unit_price_cents',
      'tax_rate_basis_points',
      'net_cents',
      'group_name',
      'optional',
      'chosen',
    ],
  },
};

/** Reads what a client sees of these quotes; the function it returns writes it back. */
export async function keptForClient(
  world: World,
  quoteIds: string[],
): Promise<() => Promise<void>> {
  const kept: Record<string, string> = {};
  for (const [table, { owner }] of Object.entries(COLUMNS)) {
    const { rows } = await world.sql(
      `select json_agg(t)::text as all from ${table} t where ${owner} = any($1)`,
      [quoteIds],
    );
    kept[table] = rows[0]?.all as unknown as string;
  }
  return async () => {
    for (const [table, { columns }] of Object.entries(COLUMNS)) {
      const sets = columns.map((column) => `${column} = k.${column}`).join(', ');
      await world.sql(
        `update ${table} t set ${sets} from json_populate_recordset(null::${table}, $1) k where t.id = k.id`,
        [kept[table]],
      );
    }
  };
}
