import { sentQuote } from '../harness/quotes.js';
import { ask } from '../harness/world.js';
import { type AbusedServer, openAbusedServer } from './server.js';
import { othersAreServedDuring } from './watch-health.js';

/** One is typeset and four wait for each person (`domain/documents/render.ts`). */
const MAX_AT_ONCE = 5;
const ASKED = 15;

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer();
});
afterAll(() => server?.close());

it('a client who asks for many documents at once is refused the surplus, and others are served', async () => {
  const { jobId, tokens, url } = server;
  const staff = ask(url, tokens.staff as string);
  const description = 'Take off the old pipe, fit the new one and test it. '.repeat(9);
  const lines = Array.from({ length: 200 }, (_, at) => ({
    description: `${at} ${description}`,
    unitPriceCents: 1_000,
  }));
  const id = await sentQuote(staff, { jobId, title: 'All pipes', lines });
  const get = (token: string | null) =>
    fetch(`${url}/documents/quote-${id}-1.pdf`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
  const many = (token: string | null) =>
    Promise.all(Array.from({ length: ASKED }, () => get(token)));

  await othersAreServedDuring(url, `${ASKED} documents at once`, async () => {
    const finished: string[] = [];
    const noting = async <T>(what: string, work: Promise<T>) => {
      const result = await work;
      finished.push(what);
      return result;
    };
    // Somebody else reads, and gets a document too, while the client's own places in the queue are taken.
    const [answers, read, document] = await Promise.all([
      noting('documents', many(tokens.client)),
      noting('read', staff('{ jobs { nodes { id } } }')),
      get(tokens.staff),
    ]);
    expect(finished).toEqual(['read', 'documents']);
    expect([read.errors, document.status]).toEqual([undefined, 200]);
    const statuses = answers.map(({ status }) => status);
    const served = statuses.filter((status) => status === 200).length;
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThanOrEqual(MAX_AT_ONCE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(ASKED - served);
    const refused = answers.find(({ status }) => status === 429);
    expect(await refused?.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await get(tokens.client)).status).toBe(200);
    for (const { status } of await many(tokens.visitor)) expect(status).toBe(401);
  });
}, 60_000);
