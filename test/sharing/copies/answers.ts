import { following, sessionOf } from '../../harness/live.js';
import type { Ask, World } from '../../harness/world.js';
import * as ops from '../../operations.gen.js';
import type { Place } from '../../roles/places.js';
import { variablesFor } from '../../roles/variables.js';
import type { CopiedJob } from './copied-job.js';
import { documentOf, OPERATIONS, PLACES, pagesOfCopies } from './places.js';

/** Answer to a document that selects copies beside their records. */
export interface CopyAnswer {
  operation: string;
  query: string;
  variables: Record<string, unknown>;
  data: Record<string, unknown>;
}

/** Answers of the queries, about the job with copies of everything. */
export async function answersOfQueries(owner: Ask, job: CopiedJob): Promise<CopyAnswer[]> {
  const { jobId, items } = job;
  const own: Record<string, Record<string, unknown>> = {
    'Query.job': { id: jobId },
    'Query.quote': { id: job.quoteId },
    'Query.invoice': { id: job.invoiceId },
    'Query.sharePrompt': { jobId },
    'Query.sharePrompts': { first: 1 },
  };
  const answers: CopyAnswer[] = [];
  for (const operation of OPERATIONS.filter((each) => each.startsWith('Query.'))) {
    const asked = own[operation];
    if (!asked) throw new Error(`Write here which variables ${operation} takes.`);
    const variables = { ...asked, previewed: items };
    answers.push(await answered(owner, operation, documentOf(operation, asked), variables));
  }
  answers.push(await answered(owner, 'Query.job', pagesOfCopies(), { id: jobId }));
  return answers;
}

/** Calls after which there can be a prompt: a new job has no visit yet. */
const VARIANTS: Record<string, string> = {
  'Mutation.acceptQuoteAndCreateJob': 'Mutation.acceptQuoteAndCreateJob/joins',
};

/** Answers of the mutations, each after another change that leaves a prompt. */
export async function answersOfMutations(
  place: Place,
  operations: readonly string[],
): Promise<CopyAnswer[]> {
  const answers: CopyAnswer[] = [];
  for (const [at, operation] of operations.entries()) {
    const title = `Roof ${at}`;
    await place.boss(ops.UpdateJobDocument, { input: { id: place.jobId, title } });
    // After that change: some name the revision of the prompt.
    const own = await variablesFor(VARIANTS[operation] ?? operation)(place);
    const variables = { ...own, previewed: ['STATUS'] };
    answers.push(await answered(place.boss, operation, documentOf(operation, own), variables));
  }
  return answers;
}

/** First results of the subscriptions, after a change of the job. */
export async function answersOfSubscriptions(
  world: World,
  owner: Ask,
  { jobId, items }: CopiedJob,
): Promise<CopyAnswer[]> {
  const token = await sessionOf(world, 'owner');
  const answers: CopyAnswer[] = [];
  for (const operation of OPERATIONS.filter((each) => each.startsWith('Subscription.'))) {
    const own = operation === 'Subscription.jobChanged' ? { jobId } : {};
    const query = documentOf(operation, own);
    const variables = { ...own, previewed: items };
    const open = await following<Record<string, unknown>, Record<string, unknown>>(
      world,
      token,
      query,
      variables,
    );
    await owner(ops.UpdateJobDocument, { input: { id: jobId, title: `After ${operation}` } });
    const { data, errors } = await open.next();
    await open.close();
    if (errors) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
    answers.push({ operation, query, variables, data });
  }
  return answers;
}

async function answered(
  ask: Ask,
  operation: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<CopyAnswer> {
  const { data, errors } = await ask<Record<string, unknown>, object>(query, variables);
  if (errors) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
  return { operation, query, variables, data };
}

/** Places of an answer in which there is something, as `Job.publication`. */
export function placesIn({ operation, data }: CopyAnswer): string[] {
  return found({ __typename: operation.split('.')[0], ...data });
}

function found(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(found);
  if (typeof value !== 'object' || value === null) return [];
  const { __typename } = value as { __typename?: string };
  return Object.entries(value).flatMap(([name, each]) => {
    const place = `${__typename}.${name}`;
    const isFilled = PLACES.includes(place) && each !== null && (each as unknown[]).length !== 0;
    return isFilled ? [place, ...found(each)] : found(each);
  });
}
