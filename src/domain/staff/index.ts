import { AccountResolver } from './account/account.resolver.js';
import { ApiKey } from './api-keys/api-key.entity.js';
import { ApiKeysResolver } from './api-keys/api-keys.resolver.js';
import { Invitation } from './invitations/invitation.entity.js';
import { InvitationsResolver } from './invitations/invitations.resolver.js';
import { PasswordsResolver } from './passwords/passwords.resolver.js';
import { StaffLink } from './passwords/staff-link.entity.js';
import { HasSecondFactorResolver } from './second-factor/has-second-factor.resolver.js';
import { SecondFactor } from './second-factor/second-factor.entity.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import {
  RequiredSecondFactorResolver,
  SecondFactorPolicyResolver,
} from './second-factor/second-factor-policy.resolver.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { StaffSession } from './sessions/staff-session.entity.js';
import { StaffResolver } from './staff.resolver.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffMembersResolver } from './staff-members.resolver.js';

export const staff = {
  entities: [StaffMember, StaffSession, Invitation, StaffLink, SecondFactor, ApiKey],
  resolvers: [
    StaffResolver,
    StaffMembersResolver,
    InvitationsResolver,
    PasswordsResolver,
    SessionsResolver,
    AccountResolver,
    ApiKeysResolver,
    SecondFactorResolver,
    HasSecondFactorResolver,
    SecondFactorPolicyResolver,
    RequiredSecondFactorResolver,
  ],
};
