import type { Json } from '../workloads/workload.js';

/** What a GraphQL server answered; throws what it refused with. */
export function answered(body: Json): Record<string, Json> {
  const { data, errors } = body as { data?: Record<string, Json>; errors?: Json };
  if (errors || !data) throw new Error(JSON.stringify(errors ?? body).slice(0, 500));
  return data;
}
