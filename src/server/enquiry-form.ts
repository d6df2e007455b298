import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { formFace } from '../domain/enquiries/enquiry-form.js';
import { visitor } from '../visibility/principal.js';
import { type FormValues, formPage, noFormPage, thanksPage } from '../web/pages/enquiry-form.js';
import { formStyle } from '../web/pages/enquiry-style.js';
import { contextFor, type Rooms } from './context.js';
import { type Outcome, valuesIn, whatCameOf } from './enquiry-post.js';

// The longest message, should each character need nine to travel, and room for the rest.
const FORM_LIMIT = 64 * 1024;

type Slugged = FastifyRequest<{ Params: { slug: string } }>;

/** The public enquiry form: a page that works without a script, in anybody's frame. */
export function enquiryForm(rooms: Rooms): FastifyPluginAsync {
  return async (server) => {
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    server.get('/enquire/:slug', { helmet: embeddable }, async (request: Slugged, reply) => {
      const face = await faceAt(rooms, request);
      return face ? page(reply, 200, formPage(face)) : noForm(reply);
    });
    server.post('/enquire/:slug', { helmet: embeddable }, async (request: Slugged, reply) => {
      const values = valuesIn(request.body);
      const outcome = await receive(rooms, request, values);
      const face = await faceAt(rooms, request);
      if (!face || outcome.status === 404) return noForm(reply);
      // Elsewhere, so that loading the page again sends nothing again.
      if (outcome.status === 303)
        return reply.redirect(`/enquire/${request.params.slug}/thanks`, 303);
      if (outcome.status === 429) reply.header('retry-after', '600');
      return page(reply, outcome.status, formPage(face, values, outcome.problems));
    });
    server.get('/enquire/:slug/thanks', { helmet: embeddable }, async (request: Slugged, reply) => {
      const face = await faceAt(rooms, request);
      return face ? page(reply, 200, thanksPage(face)) : noForm(reply);
    });
  };
}

function faceAt({ orm }: Rooms, { params }: Slugged) {
  return formFace(orm.em.fork(), params.slug);
}

function receive(rooms: Rooms, request: Slugged, values: FormValues): Promise<Outcome> {
  const context = contextFor(rooms, { principal: visitor }, request);
  return whatCameOf(context, request.params.slug, values);
}

/** An unknown business and one whose form is off read alike. */
function noForm(reply: FastifyReply) {
  return page(reply, 404, noFormPage());
}

function page(reply: FastifyReply, status: number, text: string) {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(text);
}

/** These pages, and no others of this server, may stand in a frame of the business's own site. */
const embeddable = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'style-src': [`'sha256-${createHash('sha256').update(formStyle).digest('base64')}'`],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ['*'],
    },
  },
  xFrameOptions: false,
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
};
