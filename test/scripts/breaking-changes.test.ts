import { unnamedChanges } from '../../scripts/breaking-changes.js';

const BEFORE = `type Query { job(id: ID): Job jobs: [Job] same(id: ID, count: Int): Boolean }
type Job { title: String number: Int }
enum Status { OPEN DONE }
input Filter { text: String }`;

it.each([
  ['a field that went', 'title: String ', '', 'Job.title'],
  ['a type that changed', 'number: Int', 'number: String', 'Job.number'],
  ['an argument that went', '(id: ID)', '', 'Query.job.id'],
  ['an argument that is required now', 'jobs:', 'jobs(after: ID!):', 'Query.jobs.after'],
  ['an enum value that went', ' DONE', '', 'Status.DONE'],
  ['an input field that is required now', 'text: String', 'text: String more: ID!', 'Filter.more'],
])('%s is refused until the changelog names it', (_what, before, after, coordinate) => {
  const changed = BEFORE.replace(before, after);
  expect(unnamedChanges(BEFORE, changed, 'Nothing of the kind.')).toHaveLength(1);
  expect(unnamedChanges(BEFORE, changed, `\`${coordinate}\` is gone.`)).toEqual([]);
});

it('what is added breaks nobody', () => {
  const more = BEFORE.replace('title: String', 'title: String description: String');
  expect(unnamedChanges(BEFORE, more, '')).toEqual([]);
});
