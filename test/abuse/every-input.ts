import { type Try, triesOf, withValue } from '../fixtures/hostile-values.js';
import { technicalWordsOf } from '../fixtures/technical-words.js';
import type { Answer, Ask, World } from '../harness/world.js';
import { ALL_OPERATIONS, textOf } from '../roles/operation-text.js';
import { type Place, placeOf } from '../roles/places.js';
import { variablesFor } from '../roles/variables.js';

const AT_ONCE = 8;
const BY_CLIENT = ['acceptQuote', 'declineQuote', 'requestQuoteChanges', 'payInvoice'];
const BY_VISITOR = ['signIn', 'submitEnquiry', 'openPortalLink', 'requestPortalLink'];

const TRIED = ALL_OPERATIONS.filter(
  (each) => !each.startsWith('Subscription') && triesOf(each).length > 0,
);
// Clients first, since later operations may revoke their links.
const OPERATIONS = [...TRIED.filter(isByClient), ...TRIED.filter((each) => !isByClient(each))];

const LISTS = `{
  jobs(first: 100) { nodes { id title staffCostCents materialsCostCents marginCents unreadMessages
    materials { name quantity unitCostCents } visits { startsAt endsAt } notes { body } todos { title }
    quotes { title marginCents totalCents validUntil lines { quantity unitCostCents } }
    invoices { title totalCents owedCents dueOn } progress { done total } } }
  clients(first: 100) { nodes { name email phone } }
  quotes(first: 100) { nodes { title marginCents totalCents validUntil } }
  invoices(first: 100) { nodes { title dueOn totalCents } }
  enquiries(first: 100) { nodes { name message siteAddress } }
  staffMembers { name hourlyCostCents }
  sharePrompts(first: 20) { nodes { revision items { key label } } }
}`;

/** Reads everything in one request, by Apollo first and by the fast path then: nothing but sums may be missing. */
export async function everyListReads(owner: Ask): Promise<void> {
  for (let time = 0; time < 4; time += 1) {
    const { data, errors = [] } = await owner<Record<string, unknown>, object>(LISTS);
    expect(errors.filter(({ extensions }) => extensions.code !== 'NUMBER_TOO_LARGE')).toEqual([]);
    expect(Object.values(data).every((list) => list !== null)).toBe(true);
  }
}

/** Sends values to every argument and input field, and then reads every list. */
export function tryEveryInput(
  worldOf: () => World,
  choose: (triesOfOnePlace: Try[]) => (Try | undefined)[],
): void {
  describe('any value for any argument or input field', () => {
    let place: Place;
    const variables = new Map<string, Record<string, unknown>>();
    beforeAll(async () => {
      const world = worldOf();
      place = await placeOf(world, await world.as('owner'), 'bright-spark', []);
      // Creates everything first, since an operation may remove what the next one needs.
      for (const each of OPERATIONS) variables.set(each, await variablesFor(each)(place));
    });

    it.each(OPERATIONS)('%s answers, and refuses values beyond its bounds', async (operation) => {
      const ask = await callerOf(operation, worldOf(), place);
      const wrong: unknown[] = [];
      const left = chosen(triesOf(operation), choose);
      const work = async () => {
        for (let next = left.pop(); next; next = left.pop()) {
          const sent = withValue(operation, variables.get(operation) ?? {}, next);
          const answer = await ask<unknown, object>(textOf(operation, sent), sent);
          const problem = problemOf(answer, next.isBeyond, !isByClient(operation));
          if (problem) wrong.push({ ...next, value: String(next.value).slice(0, 60), problem });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      expect(wrong).toEqual([]);
    });

    it('leaves every list readable', async () => everyListReads(await worldOf().as('owner')));
  });
}

async function callerOf(operation: string, world: World, place: Place): Promise<Ask> {
  if (isByClient(operation)) return world.withToken(place.token);
  return BY_VISITOR.includes(nameOf(operation)) ? world.asVisitor : world.as('owner');
}

function isByClient(operation: string): boolean {
  return BY_CLIENT.includes(nameOf(operation));
}

function nameOf(operation: string): string {
  return operation.split('.')[1] as string;
}

function chosen(tries: Try[], choose: (triesOfOnePlace: Try[]) => (Try | undefined)[]): Try[] {
  const places = new Set(tries.map(({ path }) => path));
  const all = [...places].flatMap((path) => choose(tries.filter((each) => each.path === path)));
  return [...new Set(all)].filter((each) => each !== undefined);
}

/** Arguments that programs send and no form has. */
const OF_PROGRAMS = /^(?:key|first|last|after|before)$/;

/** Returns the words of a refusal that a person does not use. What does not fit its type is told by the console's own words. */
function wordsForPrograms({ errors }: Answer<unknown>): string[] {
  return (errors ?? []).flatMap(({ message, extensions: { code, faults, field } }) => {
    if (UNTYPED.includes(String(code)) || OF_PROGRAMS.test(String(field))) return [];
    const reasons = ((faults ?? []) as { reason: string }[]).map(({ reason }) => reason);
    return [message, ...reasons].flatMap(technicalWordsOf);
  });
}

const UNTYPED = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_LARGE'];
const REFUSED = ['VALIDATION_FAILED', ...UNTYPED.slice(0, 2)];

/** Returns what is wrong with a response, or null. Clients get the field only for our own bounds. */
function problemOf(
  { errors }: Answer<unknown>,
  isBeyond: boolean,
  isFieldTold: boolean,
): string | null {
  const { code, field } = errors?.[0]?.extensions ?? {};
  if (code === 'INTERNAL_ERROR') return 'an internal error';
  const [word] = wordsForPrograms({ errors } as Answer<unknown>);
  if (word) return `says "${word}": ${errors?.[0]?.message}`;
  if (isBeyond && (!REFUSED.includes(String(code)) || (isFieldTold && !field)))
    return `beyond its bound: ${code}`;
  return null;
}
