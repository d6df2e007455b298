import type { Json } from '../workloads/workload.js';

/** Returns the data of a GraphQL response; throws on errors. */
export function answered(body: Json): Record<string, Json> {
  const { data, errors } = body as { data?: Record<string, Json>; errors?: Json };
  if (errors || !data) throw new Error(JSON.stringify(errors ?? body).slice(0, 500));
  return data;
}
