import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { Config } from '../config.js';

const MADE = fileURLToPath(new URL('../../web', import.meta.url));

/** The pages that the build made, each at its own name: /portal, /console. */
export function webPages({ publicUrl }: Config): FastifyPluginAsync {
  return async (server) => {
    const helmet = strict(publicUrl);
    for (const [name, html] of madePages()) {
      for (const url of [`/${name}`, `/${name}/*`]) {
        server.get(url, { helmet }, (_request, reply) =>
          reply
            .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
            .type('text/html; charset=utf-8')
            .send(html),
        );
      }
    }
    // What stands in a file's name is a digest of what is in it, so it never changes.
    await server.register(fastifyStatic, {
      root: join(MADE, 'assets'),
      prefix: '/assets/',
      index: false,
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      setHeaders: (reply) => reply.header('x-robots-tag', 'noindex'),
    });
  };
}

function madePages(): [name: string, html: string][] {
  try {
    return readdirSync(MADE, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['assets', '.vite'].includes(entry.name))
      .map(({ name }) => [name, readFileSync(join(MADE, name, 'index.html'), 'utf8')]);
  } catch (error) {
    throw new Error('The pages are not built; run "npm run build" and start again.', {
      cause: error,
    });
  }
}

/** Nothing but what comes from here: no script or style in the page, no frame around it. */
function strict(publicUrl: string) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        // Not every browser takes 'self' for a WebSocket.
        'connect-src': ["'self'", new URL(publicUrl.replace(/^http/, 'ws')).origin],
        'font-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
  };
}
