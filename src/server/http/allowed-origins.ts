import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import cors, { type CorsOptions } from 'cors';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/config.js';
import { SESSION_HEADER } from '../auth/session-cookie.js';

/** What front ends use. Everything else (session cookies, pages, dev mailbox, webhooks) stays with our own origin. */
const API_PATHS = /^\/(?:graphql|photos|logos|documents|schema)(?:[/.?]|$)/;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
const EXPOSED_HEADERS = [
  'accept-ranges',
  'content-disposition',
  'content-range',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'www-authenticate',
  'x-request-id',
];
/** The longest that Chromium keeps the answer to a preflight. */
const MAX_AGE_SECONDS = 7_200;
/** Headers by which a browser would use our session cookie. */
const NEVER_ALLOWED = new Set([SESSION_HEADER, 'cookie']);

/** Headers of an answer to an allowed origin, for answers on a socket that has no response. */
const originOfSocket = new WeakMap<object, string>();

/**
 * Lets pages of the allowed origins (`ALLOWED_ORIGINS`) call the API with a bearer token, never with cookies.
 *
 * Listens before everything else, so that every answer has the headers: of the fast path, of Fastify, and those of a
 * server that is stopping. An error without them would be a network error to a page. Must be called after all other
 * listeners are installed.
 */
export function allowOrigins(http: FastifyInstance, { allowedOrigins }: Config): void {
  if (allowedOrigins.length === 0) return;
  const addHeaders = cors((request: IncomingMessage, done) =>
    done(null, optionsFor(request, allowedOrigins)),
  );
  const { server } = http;
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const handOn = () => {
      for (const listener of others) listener.call(server, request as never, response as never);
    };
    if (!API_PATHS.test(request.url ?? '')) return handOn();
    addHeaders(request, response, () => {
      remember(request, response);
      handOn();
    });
  });
  // A route that sets `vary` itself replaces what was set before Fastify.
  http.addHook('onSend', async ({ raw: { url } }, reply) => {
    const vary = reply.getHeader('vary');
    if (vary && allowedOrigins[0] !== '*' && API_PATHS.test(url ?? ''))
      reply.header('vary', withOrigin(String(vary)));
  });
}

/** Returns the headers for an answer on the socket of a request from an allowed origin, which has no response. */
export function originHeaders(socket: Socket): Record<string, string> {
  const origin = originOfSocket.get(socket);
  return origin ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : {};
}

function optionsFor({ headers }: IncomingMessage, allowedOrigins: string[]): CorsOptions {
  return {
    origin: allowedOrigins[0] === '*' ? '*' : allowedOrigins,
    methods: METHODS,
    allowedHeaders: allowedHeaders(headers['access-control-request-headers']),
    exposedHeaders: EXPOSED_HEADERS,
    credentials: false,
    maxAge: MAX_AGE_SECONDS,
  };
}

/** Every header that is asked for, since clients and tracers have many of their own, but none of our own pages. */
function allowedHeaders(requested: string | undefined): string[] {
  return (requested ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each && !NEVER_ALLOWED.has(each.toLowerCase()));
}

function remember({ socket }: IncomingMessage, response: ServerResponse): void {
  const origin = response.getHeader('access-control-allow-origin');
  if (origin) originOfSocket.set(socket, String(origin));
  else originOfSocket.delete(socket);
}

function withOrigin(vary: string): string {
  return /\borigin\b/i.test(vary) ? vary : `${vary}, Origin`;
}
