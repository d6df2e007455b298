import { Business } from './business.entity.js';
import { BusinessResolver } from './business.resolver.js';
import { BusinessPhoneResolver } from './phone-fields.resolver.js';
import { ProfileResolver } from './profile/profile.resolver.js';
import { setup } from './setup/index.js';
import { BusinessSlug } from './slug/business-slug.entity.js';

export const business = {
  entities: [Business, BusinessSlug, ...setup.entities],
  resolvers: [BusinessResolver, BusinessPhoneResolver, ProfileResolver, ...setup.resolvers],
};
