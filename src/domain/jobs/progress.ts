import { Int, ObjectType } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';

/** Progress over the to-dos that the principal may see. */
@ObjectType({ description: 'Progress over the to-dos visible to you.' })
export class Progress {
  @FieldFor(staffAndClient, 'Number of to-dos that are done.', () => Int)
  done!: number;

  @FieldFor(staffAndClient, 'Number of all to-dos.', () => Int)
  total!: number;
}

export function progressOf(todos: readonly { done: boolean }[]): {
  done: number;
  total: number;
} {
  return { done: todos.filter(({ done }) => done).length, total: todos.length };
}

/** SQL from clause of the progress over all to-dos of a job. */
export function progressInSql(progress: string, job: string): string {
  return `(select count(*) filter (where t.done) as done, count(*) as total from todos t where t.job_id = ${job}.id) ${progress}`;
}
