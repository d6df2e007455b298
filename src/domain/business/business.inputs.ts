import { ID, InputType, ObjectType } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { Business } from './business.entity.js';
import { Slug } from './slug/slug.js';

@InputType({
  description: 'Changes to Business Settings → Site; omitted fields are unchanged.',
})
export class UpdateSiteSettingsInput {
  @IfUnchangedSince(rolesWith('SWITCH_PORTAL'))
  ifUnchangedSince?: Date | null;

  @FieldFor(
    rolesWith('SWITCH_PORTAL'),
    'Whether the Client Portal is on. Off: no portal link works. On again: links that were not revoked work again.',
    () => Boolean,
    { nullable: true },
  )
  clientPortalEnabled?: boolean | null;

  @FieldFor(rolesWith('SWITCH_PORTAL'), 'Whether the public enquiry form is on.', () => Boolean, {
    nullable: true,
  })
  enquiryFormEnabled?: boolean | null;

  @Slug()
  @FieldFor(
    rolesWith('SWITCH_PORTAL'),
    'URL name in the address of the enquiry form; earlier addresses keep working.',
    () => String,
    { nullable: true },
  )
  slug?: string | null;

  @FieldFor(
    rolesWith('SWITCH_PORTAL'),
    'Whether Tradies may set the Share with Client toggle of photos, on their assigned jobs.',
    () => Boolean,
    { nullable: true },
  )
  tradiesMayTogglePhotos?: boolean | null;

  @FieldFor(
    rolesWith('SWITCH_PORTAL'),
    'ID of your upload (POST /photos) to use as the logo that clients see; null removes the logo.',
    () => ID,
    { nullable: true },
  )
  logoUploadId?: string | null;
}

@ObjectType({ description: 'Result of updateSiteSettings.' })
export class UpdateSiteSettingsPayload {
  @FieldFor(rolesWith('SWITCH_PORTAL'), 'Updated business.', () => Business)
  business!: Business;
}
