import { at, operation, type Workload } from './workload.js';

/** What the console asks after every change. */
const CHANGE = `mutation ChangeTodo($input: UpdateTodoInput!) {
  updateTodo(input: $input) {
    job { id }
    todo { id title done }
    sharePromptStatus
    sharePrompt {
      id revision raisedAt raisedBy { id name }
      details { field before after }
      items { key kind label change sharedNow preselected before after }
    }
  }
}`;

export const change: Workload = {
  name: 'change',
  is: 'updateTodo with the prompt in its payload',
  sample: 'changing',
  servers: ['jobglass', 'jobglass-no-watcher', 'sql'],
  leftOut: {
    publication: 'nothing is changed through a publication',
    postgraphile: 'it has no prompt to raise',
  },
  isOfItsOwn: true,
  changes: true,
  request(family, { ownerToken, todoId }, turn) {
    const words = { title: `Shut the water off, ${turn}`, done: turn % 2 === 0 };
    if (family === 'jobglass')
      return operation(ownerToken, CHANGE, { input: { id: todoId, ...words } });
    return {
      method: 'POST',
      path: `/todo/${todoId}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
      body: JSON.stringify(words),
    };
  },
  answer(family, body) {
    const answer = family === 'jobglass' ? at(body, 'data', 'updateTodo') : body;
    return { job: at(answer, 'job'), todo: at(answer, 'todo') };
  },
};
