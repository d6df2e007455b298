import { Int, ObjectType } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';

/** How many of the to-dos that this principal sees are done. */
@ObjectType({ description: 'How many of the to-dos that you see are done.' })
export class Progress {
  @FieldFor(staffAndClient, 'To-dos that are done.', () => Int)
  done!: number;

  @FieldFor(staffAndClient, 'To-dos in all.', () => Int)
  total!: number;
}

export function progressOf(todos: readonly { done: boolean }[]): {
  done: number;
  total: number;
} {
  return { done: todos.filter(({ done }) => done).length, total: todos.length };
}

/** The same of all the to-dos of a job. */
export function progressInSql(progress: string, job: string): string {
  return `(select count(*) filter (where t.done) as done, count(*) as total from todos t where t.job_id = ${job}.id) ${progress}`;
}
