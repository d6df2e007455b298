import { contactProblem, SubmitEnquiryInput } from '../../../domain/enquiries/enquiry.inputs.js';
import { submitEnquiry } from '../../../domain/enquiries/public-form/submit-enquiry.js';
import { readByBounds } from '../../../visibility/bounds.js';
import { Refusal } from '../../../visibility/refusals.js';
import { FORM_FIELDS, type FormValues, type Problem } from '../../../web/pages/enquiry-form.js';
import type { ServerContext } from '../../graphql/context.js';

/** Result of submitting the form: 303 received, 404 no such form, 422 invalid, 429 too many, 503 try later. */
export type Outcome =
  | { status: 303 }
  | { status: 404 }
  | { status: 422 | 429 | 503; problems: Problem[] };

/** Returns the submitted fields without NUL characters and with line ends as LF. */
export function valuesIn(body: unknown): FormValues {
  const posted = body instanceof URLSearchParams ? body : new URLSearchParams();
  const entries = FORM_FIELDS.map((field) => [
    field,
    (posted.get(field) ?? '').replaceAll('\0', '').replace(/\r\n?/g, '\n'),
  ]);
  return Object.fromEntries(entries);
}

/** Submits the form by the same command and rules as the mutation. */
export async function submissionResult(
  { change, config, address }: ServerContext,
  businessSlug: string,
  values: FormValues,
): Promise<Outcome> {
  const { input, problems } = read(values);
  if (problems.length > 0) return { status: 422, problems };
  try {
    await change(async (unit) => {
      await submitEnquiry(unit, config, { businessSlug, address, input });
      return {};
    });
    return { status: 303 };
  } catch (error) {
    return outcomeOfError(error);
  }
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

function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const { code } = error.extensions;
  if (code === 'NOT_FOUND') return { status: 404 };
  const isTransient = code === 'BUSY' || code === 'UNAVAILABLE';
  const status = isTransient ? 503 : code === 'RATE_LIMITED' ? 429 : 422;
  return { status, problems: [{ field: fieldOf(error), sentence: error.message }] };
}

/** The field of the form that a refusal names (`input.phone`); null when it is about the whole form. */
function fieldOf({ extensions }: Refusal): Problem['field'] {
  const name = String(extensions.field ?? '').replace(/^input\./, '');
  return FORM_FIELDS.find((field) => field === name) ?? null;
}
