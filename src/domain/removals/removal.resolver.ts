import { Ctx, ID, Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { StaffContext } from '../common/context.js';
import { UndoRemovalPayload } from './removal.inputs.js';
import { undoRemoval } from './undo-removal.js';

const workers = rolesWith('WORK_ON_JOBS');

@Resolver()
export class RemovalResolver {
  @MutationFor(
    workers,
    'Restores a note, to-do or material that you removed within the last 10 minutes, under its ID and as it was.',
    () => UndoRemovalPayload,
  )
  undoRemoval(
    @ArgFor(workers, 'id', 'ID of the removed record.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => undoRemoval(unit, id));
  }
}
