import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { everyone, staffAndSetup, staffAndVisitor, staffOnly } from '../../visibility/audience.js';
import type { Capability } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { signInAddress } from '../common/contact.js';
import type { Context } from '../common/context.js';
import { password as passwordBound, secondFactorCode } from '../common/text.js';
import { Permission } from './permission.js';
import { manageableRoles, permissionsIn } from './permissions.js';
import { endOwnSession } from './sessions/end-sessions.js';
import { signIn } from './sessions/sign-in.js';
import { StaffMember, StaffRole } from './staff-member.entity.js';

const ViewerKind = { STAFF: 'STAFF', CLIENT: 'CLIENT', VISITOR: 'VISITOR' } as const;
declareEnum(ViewerKind, 'ViewerKind', everyone, 'Kind of caller.', {
  STAFF: 'Caller with a staff session or an API key.',
  CLIENT: 'Caller with a portal link.',
  VISITOR: 'Caller without a token.',
});

@ObjectType({ description: 'API key of a request.' })
class ViewerApiKey {
  @FieldFor(staffOnly, 'ID of the key.', () => ID)
  id!: string;

  @FieldFor(staffOnly, 'Name of the key.', () => String)
  name!: string;
}

@ObjectType({ description: 'Caller of the API.' })
class Viewer {
  @FieldFor(everyone, 'Kind of caller.', () => ViewerKind)
  kind!: keyof typeof ViewerKind;

  @FieldFor(
    staffOnly,
    'Your role in the business; for an API key, that of the staff member who made it.',
    () => StaffRole,
    { nullable: true },
  )
  role!: StaffRole | null;

  @FieldFor(
    staffOnly,
    'API key of the request; null for a session. It acts in the name of `staffMember`, who made it.',
    () => ViewerApiKey,
    { nullable: true },
  )
  apiKey!: ViewerApiKey | null;

  @FieldFor(staffOnly, 'Your name.', () => String, { nullable: true })
  name!: string | null;

  @FieldFor(staffOnly, 'ID of your staff member.', () => ID, { nullable: true })
  staffId!: string | null;

  @FieldFor(staffOnly, 'Your permissions.', () => [Permission], { nullable: true })
  permissions!: Capability[];

  @FieldFor(
    staffOnly,
    'Roles of the staff members that you may add, change and remove.',
    () => [StaffRole],
    { nullable: true },
  )
  manageableRoles!: StaffRole[];

  @FieldFor(staffOnly, 'Your own staff member.', () => StaffMember, { nullable: true })
  staffMember!: object | null;

  @FieldFor(
    staffAndSetup,
    'Whether you must set up a second factor before anything else works.',
    () => Boolean,
    { nullable: true },
  )
  mustSetUpSecondFactor!: boolean;
}

@ObjectType({ description: 'Staff member who signed in.' })
class SignedInStaff {
  @FieldFor(staffAndVisitor, 'Stable identifier of the staff member.', () => ID)
  id!: string;

  @FieldFor(staffAndVisitor, 'Full name.', () => String)
  name!: string;

  @FieldFor(staffAndVisitor, 'Email address for signing in.', () => String)
  email!: string;

  @FieldFor(staffAndVisitor, 'Role in the business.', () => StaffRole)
  role!: StaffRole;
}

@ObjectType({ description: 'Session. Send its token as "Authorization: Bearer <token>".' })
export class Session {
  @FieldFor(staffAndVisitor, 'Secret token; returned only once.', () => String)
  token!: string;

  @FieldFor(staffAndVisitor, 'Time of expiry.', () => GraphQLDateTime)
  expiresAt!: Date;

  @FieldFor(staffAndVisitor, 'Staff member who signed in.', () => SignedInStaff)
  staff!: SignedInStaff;
}

@Resolver()
export class StaffResolver {
  @QueryFor(everyone, 'The caller and their permissions.', () => Viewer)
  async me(@Ctx() context: Context): Promise<Viewer> {
    const { principal, reader } = context;
    const { kind, audience } = principal;
    if (kind === 'CLIENT' && !principal.link) throw notFound();
    const isSettingUp = kind === 'SETUP';
    const staff = kind === 'STAFF' ? await reader.find(StaffMember, principal.staffId) : null;
    return {
      kind: isSettingUp ? 'STAFF' : kind,
      mustSetUpSecondFactor: isSettingUp,
      apiKey: (kind === 'STAFF' && principal.apiKey) || null,
      staffMember: staff,
      staffId: staff?.id ?? null,
      role: staff?.role ?? null,
      name: staff?.name ?? null,
      permissions: await permissionsIn(context),
      manageableRoles: manageableRoles(audience),
    };
  }

  @MutationFor(
    staffAndVisitor,
    'Starts a session. An unknown address and a wrong password have the same error.',
    () => Session,
    { withoutKey: 'SIGN_IN' },
  )
  signIn(
    @ArgFor(staffAndVisitor, 'email', 'Email address of the staff member.', () => String, {
      bound: signInAddress,
    })
    email: string,
    @ArgFor(staffAndVisitor, 'password', 'Password, at most 1,024 characters.', () => String, {
      bound: passwordBound,
    })
    password: string,
    @ArgFor(
      staffAndVisitor,
      'code',
      'Code of the authenticator app or a recovery code, when SECOND_FACTOR_REQUIRED asks for it.',
      () => String,
      { nullable: true, bound: secondFactorCode },
    )
    code: string | null,
    @Ctx() context: Context,
  ) {
    return signIn(context, { email, password, code });
  }

  @MutationFor(staffAndSetup, 'Ends your session.', () => Boolean, { withoutKey: 'SIGN_IN' })
  async signOut(@Ctx() { change }: Context): Promise<boolean> {
    await change(endOwnSession);
    return true;
  }
}
