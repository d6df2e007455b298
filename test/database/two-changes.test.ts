import { scheduledJob } from '../harness/jobs.js';
import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('somebody who makes two changes in one request gets the state after each of them', async () => {
  const owner = await world.as('owner');
  const { jobId } = await scheduledJob(owner);
  const { data } = await owner(ops.AddTodoDocument, { input: { jobId, title: 'Turn it off' } });
  const { id } = data.addTodo.todo;
  const change = (title: string) =>
    `updateTodo(input: { id: "${id}", title: "${title}" }) { todo { title } job { todos { title } } }`;
  const answer = await owner(`mutation { first: ${change('One')} second: ${change('Two')} }`);
  expect(answer).toEqual({
    data: {
      first: { todo: { title: 'One' }, job: { todos: [{ title: 'One' }] } },
      second: { todo: { title: 'Two' }, job: { todos: [{ title: 'Two' }] } },
    },
  });
});
