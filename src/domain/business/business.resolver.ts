import { Ctx, Resolver } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import type { Context, StaffContext } from '../common/context.js';
import { changeFields } from '../common/copy-fields.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { Business } from './business.entity.js';
import { UpdateSiteSettingsInput, UpdateSiteSettingsPayload } from './business.inputs.js';
import { businessOf } from './business-of.js';
import { changeLogo } from './logo.js';
import { lockBusinessToChange } from './profile/update-business.js';
import { changeSlug } from './slug/change-slug.js';

@Resolver(() => Business)
export class BusinessResolver {
  @QueryFor(
    staffAndClient,
    'Your business; for a client, the business that sent the portal link.',
    () => Business,
    { nullable: true, reads: () => Business },
  )
  business(@Ctx() { principal, reader }: Context) {
    return reader.find(Business, businessOf(principal));
  }

  @MutationFor(
    rolesWith('SWITCH_PORTAL'),
    'Updates Business Settings → Site.',
    () => UpdateSiteSettingsPayload,
  )
  updateSiteSettings(
    @ArgFor(rolesWith('SWITCH_PORTAL'), 'input', 'Changes to make.', () => UpdateSiteSettingsInput)
    input: UpdateSiteSettingsInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const business = await lockBusinessToChange(unit);
      await refuseIfChanged(unit, business, input.ifUnchangedSince, input);
      const { slug, ...switches } = input;
      changeFields(unit, business, switches, 'KEEP');
      if (slug) await changeSlug(unit, business, slug);
      if (input.logoUploadId !== undefined) await changeLogo(unit, business, input.logoUploadId);
      return { business };
    });
  }
}
