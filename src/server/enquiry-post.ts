import { SubmitEnquiryInput } from '../domain/enquiries/enquiry.inputs.js';
import { noWayToAnswer, submitEnquiry } from '../domain/enquiries/submit-enquiry.js';
import { readByBounds } from '../visibility/bounds.js';
import { Refusal } from '../visibility/refusals.js';
import { FORM_FIELDS, type FormValues, type Problem } from '../web/pages/enquiry-form.js';
import type { ServerContext } from './context.js';

/** How a post of the form ends: 303 received, 404 no such form, 422 something to mend, 429 too many, 503 later. */
export type Outcome =
  | { status: 303 }
  | { status: 404 }
  | { status: 422 | 429 | 503; problems: Problem[] };

/** The form as posted; what no database can hold is left out, and a line ends in one way. */
export function valuesIn(body: unknown): FormValues {
  const posted = body instanceof URLSearchParams ? body : new URLSearchParams();
  const entries = FORM_FIELDS.map((field) => [
    field,
    (posted.get(field) ?? '').replaceAll('\0', '').replace(/\r\n?/g, '\n'),
  ]);
  return Object.fromEntries(entries);
}

/** Submits the form by the same command, and under the same rules, as the mutation. */
export async function whatCameOf(
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
    return refused(error);
  }
}

/** Everything to mend at once: a person should not have to send the form once for each. */
function read(values: FormValues): { input: SubmitEnquiryInput; problems: Problem[] } {
  const { input, faults } = readByBounds(SubmitEnquiryInput, values);
  const problems = faults as Problem[];
  const unanswerable = noWayToAnswer({
    email: input.email ?? values.email,
    phone: input.phone ?? values.phone,
  });
  if (unanswerable) problems.push({ field: 'email', sentence: unanswerable });
  return { input, problems };
}

function refused(error: unknown): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const { code } = error.extensions;
  if (code === 'NOT_FOUND') return { status: 404 };
  const isPassing = code === 'BUSY' || code === 'UNAVAILABLE';
  const status = isPassing ? 503 : code === 'RATE_LIMITED' ? 429 : 422;
  return { status, problems: [{ field: null, sentence: error.message }] };
}
