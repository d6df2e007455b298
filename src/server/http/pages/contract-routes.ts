import type { FastifyPluginAsync } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Audience } from '../../../visibility/audience.js';
import type { AudienceSchema } from '../../../visibility/schemas/audience-schemas.js';
import { printedSchema } from '../../../visibility/schemas/printed.js';

const MAX_AGE_SECONDS = 300;

/** Serves the contract in SDL: the whole at /schema.graphql, what a client can use at /schema/portal.graphql. */
export function contractRoutes(
  schema: GraphQLSchema,
  schemas: Record<Audience, AudienceSchema>,
): FastifyPluginAsync {
  const texts: Record<string, () => string> = {
    '/schema.graphql': () => printedSchema(schema),
    '/schema/portal.graphql': () => printedSchema(schemas.CLIENT.visible),
  };
  return async (server) => {
    for (const [url, print] of Object.entries(texts)) {
      // Printed at the first request.
      let text: string | undefined;
      server.get(url, (_request, reply) => {
        text ??= print();
        return reply
          .headers({ 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` })
          .type('text/plain; charset=utf-8')
          .send(text);
      });
    }
  };
}
