import { openWorld, type World } from './harness/world.js';
import { everythingOf } from './journeys/everything.js';
import { tokenOf } from './photos/album.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const sorted = (values: Iterable<unknown>) => [...new Set(values)].sort();

describe.each(['owner', 'soletrader'] as const)('the %s of the demo', (person) => {
  let everything: Awaited<ReturnType<typeof everythingOf>>;
  beforeAll(async () => {
    everything = await everythingOf(await world.as(person));
  });

  it('finds jobs in every status, with all their parts', () => {
    const jobs = everything.jobs.nodes;
    expect(sorted(jobs.map(({ status }) => status))).toEqual([
      'CANCELLED',
      'COMPLETED',
      'IN_PROGRESS',
      'NEW',
      'ON_HOLD',
      'SCHEDULED',
    ]);
    for (const job of jobs) {
      expect(job.client?.name).toBeTruthy();
      expect(job.internalNotes).toBeTruthy();
      expect(sorted(job.notes.map(({ internal }) => internal))).toEqual([false, true]);
      for (const list of [job.todos, job.materials, job.photos, job.quotes])
        expect(list?.length).toBeGreaterThan(0);
      expect(job.visits.length > 0).toBe(job.status !== 'NEW');
    }
  });

  it('finds sent, accepted and declined quotes', () => {
    const answered = everything.jobs.nodes.flatMap(({ quotes }) => quotes ?? []);
    expect(sorted(answered.map(({ status }) => status))).toEqual(['ACCEPTED', 'DECLINED', 'SENT']);
    const titles = everything.quotes.nodes.map(({ title }) => title);
    expect(titles).toContain('Power for the new shed');
    expect(everything.quotes.nodes).toHaveLength(answered.length + 1);
  });

  it('finds an invoice in every status, and messages of clients', () => {
    expect(sorted(everything.invoices.nodes.map(({ status }) => status))).toEqual([
      'DRAFT',
      'PAID',
      'PARTLY_PAID',
      'SENT',
    ]);
    const messages = everything.jobs.nodes.flatMap((job) => job.messages ?? []);
    expect(sorted(messages.map(({ from }) => from))).toEqual(['BUSINESS', 'CLIENT']);
    expect(everything.clients.nodes.length).toBeGreaterThan(1);
  });

  it('finds enquiries to answer, and prompts to review', () => {
    expect(everything.enquiries.nodes.map(({ replies }) => replies.length).sort()).toEqual([0, 1]);
    expect(everything.sharePrompts.nodes.length).toBeGreaterThan(0);
  });

  it('finds photos with an image for each', async () => {
    const token = await tokenOf(world, person);
    const photos = everything.jobs.nodes.flatMap((job) => job.photos);
    expect(photos.length).toBe(everything.jobs.nodes.length * 2);
    for (const { displayUrl } of photos) {
      const { pathname } = new URL(displayUrl as string, world.url);
      const response = await fetch(`${world.url}${pathname}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^image\//);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }
  });
});
