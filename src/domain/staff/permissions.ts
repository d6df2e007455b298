import type { Audience } from '../../visibility/audience.js';
import { type Capability, may, permissionsOf } from '../../visibility/capabilities.js';
import { Business } from '../business/business.entity.js';
import { businessOf } from '../business/business-of.js';
import type { Context } from '../common/context.js';
import { isOwner } from './owners.js';
import { StaffRole } from './staff-member.entity.js';

/** Capabilities of the caller: those of the role, without what the business does not allow its Tradies. */
export async function permissionsIn({ principal, reader }: Context): Promise<Capability[]> {
  const { audience } = principal;
  const permissions = permissionsOf(audience);
  if (!permissions.includes('TOGGLE_PHOTOS') || may(audience, 'SHARE')) return permissions;
  const business = await reader.find(Business, businessOf(principal));
  if (business?.tradiesMayTogglePhotos) return permissions;
  return permissions.filter((each) => each !== 'TOGGLE_PHOTOS');
}

/** Roles of the staff members that a role may add, change and remove; `refuseOwnersTo` holds to the same. */
export function manageableRoles(audience: Audience): StaffRole[] {
  if (!may(audience, 'MANAGE_STAFF')) return [];
  const roles = Object.values(StaffRole);
  return isOwner(audience as StaffRole) ? roles : roles.filter((role) => !isOwner(role));
}
