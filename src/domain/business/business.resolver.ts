import { Ctx, Resolver } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import type { Context, StaffContext } from '../context.js';
import { whoMay } from '../staff/capabilities.js';
import { Business } from './business.entity.js';
import { UpdateSiteSettingsInput, UpdateSiteSettingsPayload } from './business.inputs.js';
import { businessOf } from './business-of.js';

@Resolver(() => Business)
export class BusinessResolver {
  @QueryFor(
    staffAndClient,
    'Your business; through a portal link, the business that sent it.',
    () => Business,
    { nullable: true },
  )
  business(@Ctx() { principal, reader }: Context) {
    return reader.find(Business, businessOf(principal));
  }

  @MutationFor(
    whoMay('SWITCH_PORTAL'),
    'Changes Business Settings → Site.',
    () => UpdateSiteSettingsPayload,
  )
  updateSiteSettings(
    @ArgFor(whoMay('SWITCH_PORTAL'), 'input', 'What changes.', () => UpdateSiteSettingsInput)
    input: UpdateSiteSettingsInput,
    @Ctx() { change, principal }: StaffContext,
  ) {
    return change(async ({ em }) => {
      const business = await em.findOneOrFail(Business, principal.businessId);
      business.clientPortalEnabled = input.clientPortalEnabled ?? business.clientPortalEnabled;
      business.enquiryFormEnabled = input.enquiryFormEnabled ?? business.enquiryFormEnabled;
      return { business };
    });
  }
}
