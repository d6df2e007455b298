import { Ctx, Resolver } from 'type-graphql';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import type { StaffContext } from '../../common/context.js';
import { Business } from '../business.entity.js';
import { settingsEditors } from './settings-editors.js';
import { UpdateBusinessInput, UpdateBusinessPayload } from './update-business.inputs.js';
import { updateBusiness } from './update-business.js';

@Resolver(() => Business)
export class ProfileResolver {
  @MutationFor(
    settingsEditors,
    'Updates Business Settings: the profile, money, and how clients pay.',
    () => UpdateBusinessPayload,
  )
  updateBusiness(
    @ArgFor(settingsEditors, 'input', 'Changes to make.', () => UpdateBusinessInput)
    input: UpdateBusinessInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ business: await updateBusiness(unit, input) }));
  }
}
