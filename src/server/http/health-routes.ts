import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Readiness } from '../boot/readiness.js';

/**
 * Routes for supervisors and load balancers:
 *
 * - `/livez`: the process runs; independent of the database.
 * - `/readyz`: 200 when ready, else 503 with the reason. `/health` is an alias.
 */
export function healthRoutes(readiness: Readiness): FastifyPluginAsync {
  return async (server) => {
    server.get('/livez', async (_request, reply) => uncached(reply).send({ ok: true }));
    for (const url of ['/readyz', '/health']) {
      server.get(url, async (_request, reply) => {
        const reason = await readiness.check();
        return reason
          ? uncached(reply).status(503).send({ ok: false, reason })
          : uncached(reply).send({ ok: true });
      });
    }
  };
}

function uncached(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}
