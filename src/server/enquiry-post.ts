import { validateSync } from 'class-validator';
import { SubmitEnquiryInput } from '../domain/enquiries/enquiry.inputs.js';
import { noWayToAnswer, submitEnquiry } from '../domain/enquiries/submit-enquiry.js';
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
  const input = Object.assign(new SubmitEnquiryInput(), values);
  const problems = problemsOf(input);
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
function problemsOf(input: SubmitEnquiryInput): Problem[] {
  const faults = validateSync(input, { forbidUnknownValues: false }).map(
    ({ property, constraints }) => ({
      field: property as Problem['field'],
      sentence: Object.values(constraints ?? {})[0] ?? 'This cannot be used as it is.',
    }),
  );
  const unanswerable = noWayToAnswer(input);
  return unanswerable ? [...faults, { field: 'email', sentence: unanswerable }] : faults;
}

function refused(error: unknown): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const { code } = error.extensions;
  if (code === 'NOT_FOUND') return { status: 404 };
  const isPassing = code === 'BUSY' || code === 'UNAVAILABLE';
  const status = isPassing ? 503 : code === 'RATE_LIMITED' ? 429 : 422;
  return { status, problems: [{ field: null, sentence: error.message }] };
}
