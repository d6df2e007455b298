import { LockMode } from '@mikro-orm/postgresql';
import { Ctx, Resolver } from 'type-graphql';
import { takeTurn } from '../../database/unit-of-work.js';
import { staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import type { Context, StaffContext } from '../context.js';
import { whoMay } from '../staff/capabilities.js';
import { Business } from './business.entity.js';
import { UpdateSiteSettingsInput, UpdateSiteSettingsPayload } from './business.inputs.js';
import { businessOf } from './business-of.js';
import { changeLogo } from './logo.js';

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
    return change(async (unit) => {
      takeTurn(unit, 'business', principal.businessId);
      const business = await unit.em.findOneOrFail(Business, principal.businessId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        refresh: true,
      });
      business.clientPortalEnabled = input.clientPortalEnabled ?? business.clientPortalEnabled;
      business.enquiryFormEnabled = input.enquiryFormEnabled ?? business.enquiryFormEnabled;
      if (input.logoUploadId !== undefined) await changeLogo(unit, business, input.logoUploadId);
      return { business };
    });
  }
}
