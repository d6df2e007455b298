import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeAnswer } from './carried-text.js';
import type { CompiledQueries } from './compiled-queries.js';
import type { ServerContext } from './context.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** All that a plain request has in its body. */
const PLAIN = new Set(['query', 'variables', 'operationName']);
const JSON_BODY = /^application\/json(; ?charset=utf-8)?$/i;

/** Callers say in few ways what they accept; whoever makes up more of them is answered by Apollo. */
const MOST_ACCEPTED = 100;

/**
 * A way around Apollo for queries that it has let through before, letter for letter, and that are
 * compiled since. It skips what comes out the same every time for the same text in the same audience:
 *
 * - reading the text, validating it against the schema and weighing it against the limits: none of
 *   these looks at anything but the text, and only what passed all of them is ever compiled;
 * - the refusal of another site's forms: no form can send `application/json`, and nothing else is
 *   answered here;
 * - the plugins: nothing that introspects, subscribes or changes something is compiled, and what is
 *   looked ahead is told to the readers here too;
 * - choosing the type of the answer: it depends on `accept` alone, and only a type that Apollo has
 *   chosen for the very same `accept` is used.
 *
 * Who is asking, whether the link still opens, variables, rules and resolvers are no part of that: they
 * run for every request. Whatever is out of the ordinary, and every query that meets an error, goes on
 * to Apollo, which alone tells and logs errors.
 */
export function fastLane(
  queries: CompiledQueries,
  contextOf: (request: FastifyRequest) => ServerContext,
  apollo: Handler,
): Handler {
  const types = new Map<string, string>();
  return async (request, reply) => {
    const type = types.get(accepted(request));
    const run = type && runOf(queries, request);
    if (run) {
      const context = contextOf(request);
      const { variables } = request.body as { variables?: Record<string, unknown> | null };
      const result = await run(context, variables ?? {});
      if (!result.errors) {
        reply.header('content-type', type);
        return writeAnswer({ data: result.data });
      }
      context.operation.isTroubled = true;
    }
    const answer = await apollo(request, reply);
    const chosen = reply.getHeader('content-type');
    if (reply.statusCode === 200 && typeof chosen === 'string' && types.size < MOST_ACCEPTED)
      types.set(accepted(request), chosen);
    return answer;
  };
}

function accepted({ headers }: FastifyRequest): string {
  return headers.accept ?? '';
}

/** The compiled query of a request that has nothing unusual about it. */
function runOf(queries: CompiledQueries, { method, headers, body }: FastifyRequest) {
  if (method !== 'POST' || !JSON_BODY.test(headers['content-type'] ?? '')) return null;
  if (!isPlain(body) || !Object.keys(body).every((name) => PLAIN.has(name))) return null;
  const { query, operationName = null, variables = null } = body;
  if (typeof query !== 'string' || !(variables === null || isPlain(variables))) return null;
  if (operationName === null) return queries.again(query, '');
  return typeof operationName === 'string' && operationName !== ''
    ? queries.again(query, operationName)
    : null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
