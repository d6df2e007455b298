import { contactProblem, SubmitEnquiryInput } from '../../../domain/enquiries/enquiry.inputs.js';
import { keepPictures } from '../../../domain/enquiries/photos/keep-pictures.js';
import {
  businessForPictures,
  submitEnquiry,
} from '../../../domain/enquiries/public-form/submit-enquiry.js';
import { readByBounds } from '../../../visibility/bounds.js';
import { Refusal } from '../../../visibility/refusals.js';
import { FORM_FIELDS, type FormValues, type Problem } from '../../../web/pages/enquiry-form.js';
import type { ServerContext, Services } from '../../graphql/context.js';
import type { PostedForm } from './posted-form.js';

/** Result of submitting the form: 303 received, 404 no such form, 422 invalid, 429 too many, 503 try later. */
export type Outcome =
  | { status: 303 }
  | { status: 404 }
  | { status: 422 | 429 | 503; problems: Problem[] };

/** Returns the submitted fields without NUL characters and with line ends as LF. */
export function valuesIn(posted: URLSearchParams): FormValues {
  const entries = FORM_FIELDS.map((field) => [
    field,
    (posted.get(field) ?? '').replaceAll('\0', '').replace(/\r\n?/g, '\n'),
  ]);
  return Object.fromEntries(entries);
}

/**
 * Submits the form by the same command and rules as the mutation. No picture is received before the fields are right and
 * the sender may send an enquiry, and none is kept of a program.
 */
export async function submissionResult(
  { orm, photos }: Services,
  { change, config, address, limits, now }: ServerContext,
  businessSlug: string,
  posted: PostedForm,
): Promise<Outcome> {
  const values = valuesIn(posted.fields);
  const { input, problems } = read(values);
  if (problems.length > 0) return { status: 422, problems: withPhotos(problems, posted) };
  const submit = (pictureIds: string[]) =>
    change(async (unit) => {
      await submitEnquiry(unit, config, { businessSlug, address, input, pictureIds });
      return {};
    });
  const submitWithPictures = async () => {
    const sender = { businessSlug, address, now };
    const businessId = await businessForPictures(orm.em.fork(), config, sender);
    await posted.receive(async (files) => {
      await limits.sentPictures.add(address, files.length);
      await submit(await keepPictures(change, photos, businessId, files));
    });
  };
  try {
    await (posted.hasPictures && !input.website?.trim() ? submitWithPictures() : submit([]));
    return { status: 303 };
  } catch (error) {
    return outcomeOfError(error, posted);
  }
}

/** A browser does not keep chosen files in a page that is shown again. */
function withPhotos(problems: Problem[], { hasPictures }: PostedForm): Problem[] {
  if (!hasPictures || problems.some(({ field }) => field === 'photos')) return problems;
  return [...problems, { field: 'photos', sentence: 'Choose the photos again, please.' }];
}

/** Returns all problems at once, so that the form need not be submitted once for each. */
function read(values: FormValues): { input: SubmitEnquiryInput; problems: Problem[] } {
  const { input, faults } = readByBounds(SubmitEnquiryInput, values);
  const problems = faults as Problem[];
  const unanswerable = contactProblem({
    email: input.email ?? values.email,
    phone: input.phone ?? values.phone,
  });
  if (unanswerable) problems.push({ field: 'email', sentence: unanswerable });
  return { input, problems };
}

function outcomeOfError(error: unknown, posted: PostedForm): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const { code } = error.extensions;
  if (code === 'NOT_FOUND') return { status: 404 };
  const isTransient = code === 'BUSY' || code === 'UNAVAILABLE';
  const status = isTransient ? 503 : code === 'RATE_LIMITED' ? 429 : 422;
  const problems = [{ field: fieldOf(error), sentence: error.message }];
  return { status, problems: withPhotos(problems, posted) };
}

/** The field of the form that a refusal names (`input.phone`); null when it is about the whole form. */
function fieldOf({ extensions }: Refusal): Problem['field'] {
  const name = String(extensions.field ?? '').replace(/^input\./, '');
  if (name === 'photos' || name === 'file') return 'photos';
  return FORM_FIELDS.find((field) => field === name) ?? null;
}
