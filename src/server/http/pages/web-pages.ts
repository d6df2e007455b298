import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../config/config.js';

/** Addresses of links with a token (`/reset#<token>`) and of pages without a session, which are pages of the console. */
const CONSOLE_PAGES = ['setup', 'start', 'invitation', 'forgot', 'reset', 'confirm-email'];

/**
 * A fragment, as the router decodes it: a token and what the link speaks of. What a mail program leaves behind it, such as a
 * full stop, is not part of the match, so nothing of it gets into a header.
 */
const ENCODED_LINK = /^#jgp_[\w-]{43}(\/[a-z]+(\/[\w-]{1,64})?)?/;

/** Folder of everything that is built. */
export const DIST_FOLDER = distAbove(fileURLToPath(import.meta.url));
const BUILD_FOLDER = join(DIST_FOLDER, 'web');

/** Serves the built pages, each at its name: /portal, /console. */
export function webPages({ publicUrl }: Config): FastifyPluginAsync {
  return async (server) => {
    const helmet = strictHelmet(publicUrl);
    for (const [name, html] of builtPages()) {
      const others = name === 'console' ? CONSOLE_PAGES.map((page) => `/${page}`) : [];
      for (const url of [`/${name}`, `/${name}/*`, ...others]) {
        server.get(url, { helmet }, (_request, reply) =>
          reply
            .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
            .type('text/html; charset=utf-8')
            .send(html),
        );
      }
    }
    server.get('/portal*', openEncodedLink);
    server.get('/', (_request, reply) => reply.redirect('/console'));
    // A file's name contains a digest of its content, so it can be cached forever.
    await server.register(fastifyStatic, {
      root: join(BUILD_FOLDER, 'assets'),
      prefix: '/assets/',
      index: false,
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      setHeaders: (reply) => reply.header('x-robots-tag', 'noindex'),
    });
  };
}

/**
 * Leads to the client's page where a mail program has encoded the `#` of its link; nothing else that begins like its
 * address is a page.
 */
function openEncodedLink(request: FastifyRequest, reply: FastifyReply) {
  const { '*': rest } = request.params as { '*': string };
  const [fragment] = ENCODED_LINK.exec(rest) ?? [];
  if (!fragment) return reply.callNotFound();
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return reply.headers(headers).redirect(`/portal${fragment}`);
}

/** Returns the `dist` folder above a file; the compiled files and the bundle have different depths below it. */
function distAbove(file: string): string {
  const folder = dirname(file);
  return basename(folder) === 'dist' || folder === file ? folder : distAbove(folder);
}

function builtPages(): [name: string, html: string][] {
  try {
    return readdirSync(BUILD_FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['assets', '.vite'].includes(entry.name))
      .map(({ name }) => [name, readFileSync(join(BUILD_FOLDER, name, 'index.html'), 'utf8')]);
  } catch (error) {
    throw new Error('The pages are not built; run "npm run build" and start again.', {
      cause: error,
    });
  }
}

/** Only resources of this server: no inline script or style, no framing. */
function strictHelmet(publicUrl: string) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        // Not every browser applies 'self' to WebSockets.
        'connect-src': ["'self'", new URL(publicUrl.replace(/^http/, 'ws')).origin],
        'font-src': ["'self'"],
        // A page makes its manifest itself; see web/design/install/installable.ts.
        'manifest-src': ['blob:'],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
  };
}
