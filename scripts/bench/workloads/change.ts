import type { Family } from '../servers/kinds.js';
import { at, type Json, operation, type Workload } from './workload.js';

/** Payload that the console selects after every change. */
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
  servers: ['jobglass', 'jobglass-no-watcher', 'sql', 'by-hand', 'by-hand-pipelined'],
  yardstick: 'by-hand',
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
    const answer = payloadIn(family, body);
    return { job: at(answer, 'job'), todo: at(answer, 'todo') };
  },
  effect: {
    servers: ['jobglass', 'by-hand', 'by-hand-pipelined'],
    answer(family, body) {
      const payload = payloadIn(family, body) as Record<string, Json>;
      const { raisedAt, ...prompt } = at(payload, 'sharePrompt') as Record<string, Json>;
      // Each server changes it at a different time.
      return { ...payload, sharePrompt: { ...prompt, isRaised: typeof raisedAt === 'string' } };
    },
    rows: `
      select json_build_object(
        'todo', (select to_jsonb(t) - 'updated_at' - 'changed_in' from todos t where t.id = $2),
        'prompt', (
          select to_jsonb(p) - 'changed_at' - 'raised_at' || jsonb_build_object(
            'changedNow', p.changed_at > now() - interval '1 minute', 'raisedNow', p.raised_at > now() - interval '1 minute',
            'raisedByThisChange', p.raised_at = p.changed_at)
          from share_prompts p where p.job_id = $1),
        'publications', (select count(*) from publications where job_id = $1),
        'mails', (select count(*) from outgoing_emails where job_id = $1)) as found`,
  },
};

function payloadIn(family: Family, body: Json): Json {
  return family === 'jobglass' ? at(body, 'data', 'updateTodo') : body;
}
