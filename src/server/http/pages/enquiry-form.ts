import { createHash } from 'node:crypto';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import {
  MAX_ENQUIRY_PHOTO_MEGABYTES,
  MAX_ENQUIRY_PHOTOS,
} from '../../../domain/enquiries/photos/enquiry-photo-bounds.js';
import { formDetails } from '../../../domain/enquiries/public-form/enquiry-form.js';
import { UploadFiles } from '../../../domain/photos/upload/upload-files.js';
import { visitor } from '../../../visibility/principal.js';
import { FORM_FIELDS, formPage, noFormPage, thanksPage } from '../../../web/pages/enquiry-form.js';
import { formStyle } from '../../../web/pages/enquiry-style.js';
import { newOperation, type Services } from '../../graphql/context.js';
import { contextFor } from '../../graphql/operation-context.js';
import { type Outcome, submissionResult, valuesIn } from './enquiry-post.js';
import { type PostedForm, readPosted } from './posted-form.js';

/** The longest message with each character percent-encoded as nine, and room for the other fields. */
const MAX_FORM_BYTES = 64 * 1024;

const MEGABYTE = 1024 * 1024;
/** Maximum number of forms with the largest photos that are received at once: of one network, and in all. */
const MAX_LARGEST_FORMS = { ofOne: 2, inAll: 4 };

type FormRequest = FastifyRequest<{ Params: { slug: string } }>;

/** Public enquiry form: a page that works without scripts and may be embedded in other sites. */
export function enquiryForm(services: Services): FastifyPluginAsync {
  const maxFileBytes =
    Math.min(MAX_ENQUIRY_PHOTO_MEGABYTES, services.config.photos.maxMegabytes) * MEGABYTE;
  const files = new UploadFiles(join(services.config.dataFolder, 'uploads'), {
    maxBytes: MAX_LARGEST_FORMS.inAll * MAX_ENQUIRY_PHOTOS * maxFileBytes,
    maxBytesPerOwner: MAX_LARGEST_FORMS.ofOne * MAX_ENQUIRY_PHOTOS * maxFileBytes,
  });
  return async (server) => {
    await files.removeLeftovers();
    await server.register(multipart, {
      throwFileSizeLimit: false,
      // One file more than allowed, so that the sender is told.
      limits: {
        fileSize: maxFileBytes,
        files: MAX_ENQUIRY_PHOTOS + 1,
        fields: 2 * FORM_FIELDS.length,
        fieldSize: MAX_FORM_BYTES,
      },
    });
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    server.get('/enquire/:slug', { helmet: embeddable }, async (request: FormRequest, reply) => {
      const form = await loadForm(services, request);
      if (form && form.slug !== request.params.slug) return moved(reply, `/enquire/${form.slug}`);
      return form ? page(reply, 200, formPage(form)) : noForm(reply);
    });
    server.post('/enquire/:slug', { helmet: embeddable }, async (request: FormRequest, reply) => {
      const posted = await readPosted(request, files);
      const outcome = await receive(services, request, posted);
      const form = await loadForm(services, request);
      if (!form || outcome.status === 404) return noForm(reply);
      // Redirects, so that reloading the page does not submit again.
      if (outcome.status === 303) return reply.redirect(`/enquire/${form.slug}/thanks`, 303);
      if (outcome.status === 429) reply.header('retry-after', '600');
      return page(reply, outcome.status, formPage(form, valuesIn(posted.fields), outcome.problems));
    });
    server.get(
      '/enquire/:slug/thanks',
      { helmet: embeddable },
      async (request: FormRequest, reply) => {
        const form = await loadForm(services, request);
        if (form && form.slug !== request.params.slug)
          return moved(reply, `/enquire/${form.slug}/thanks`);
        return form ? page(reply, 200, thanksPage(form)) : noForm(reply);
      },
    );
  };
}

function loadForm({ orm }: Services, { params }: FormRequest) {
  return formDetails(orm.em.fork(), params.slug);
}

async function receive(
  services: Services,
  request: FormRequest,
  posted: PostedForm,
): Promise<Outcome> {
  const context = contextFor({
    services,
    authenticated: { principal: visitor },
    caller: request,
    operation: newOperation(),
  });
  const outcome = await submissionResult(services, context, request.params.slug, posted);
  // Discards the rest of pictures that are not received.
  if (posted.hasPictures) request.raw.unpipe().resume();
  return outcome;
}

/** The same page for an unknown business and for one whose form is off. */
function noForm(reply: FastifyReply) {
  return page(reply, 404, noFormPage());
}

/** Redirects an earlier address. Never cached: the business may take its earlier slug again. */
function moved(reply: FastifyReply, path: string) {
  return reply.header('cache-control', 'no-store').redirect(path, 301);
}

function page(reply: FastifyReply, status: number, text: string) {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(text);
}

/** Only these pages may be framed by other sites. */
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
