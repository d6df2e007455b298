import { ID, InputType, ObjectType } from 'type-graphql';
import { FieldFor } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';
import { Business } from './business.entity.js';

@InputType({
  description: 'Business Settings → Site. What is left out stays as it is.',
})
export class UpdateSiteSettingsInput {
  @FieldFor(
    whoMay('SWITCH_PORTAL'),
    'Off cuts every client of the business at once; on again, links that were not revoked work again.',
    () => Boolean,
    { nullable: true },
  )
  clientPortalEnabled?: boolean | null;

  @FieldFor(
    whoMay('SWITCH_PORTAL'),
    'Whether the public enquiry form takes enquiries.',
    () => Boolean,
    { nullable: true },
  )
  enquiryFormEnabled?: boolean | null;

  @FieldFor(
    whoMay('SWITCH_PORTAL'),
    'An upload of yours (POST /photos) to be the logo that clients see; null takes the logo away.',
    () => ID,
    { nullable: true },
  )
  logoUploadId?: string | null;
}

@ObjectType({ description: 'The business with its new settings.' })
export class UpdateSiteSettingsPayload {
  @FieldFor(whoMay('SWITCH_PORTAL'), 'The business.', () => Business)
  business!: Business;
}
