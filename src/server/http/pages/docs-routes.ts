import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { Config } from '../../../config/config.js';
import { DIST_FOLDER } from './web-pages.js';

const FOLDER = join(DIST_FOLDER, 'docs');
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the documentation of the API, which `npm run docs` builds, at /docs, unless it is switched off. */
export function docsRoutes({ docs }: Config): FastifyPluginAsync {
  return async (server) => {
    // A test of one name runs without the built pages.
    if (!docs || !existsSync(FOLDER)) return;
    await server.register(fastifyStatic, {
      root: FOLDER,
      prefix: '/docs/',
      decorateReply: false,
      redirect: true,
      setHeaders: (reply) => reply.header('content-security-policy', CONTENT_SECURITY_POLICY),
    });
  };
}
