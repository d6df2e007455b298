import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { everyone, internal, staffAndVisitor } from '../../visibility/audience.js';
import { ArgFor, declareEnum, FieldFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import type { Context, StaffContext } from '../context.js';
import { CAPABILITIES, type Capability, permissionsOf } from './capabilities.js';
import { signIn } from './sign-in.js';
import { StaffMember, StaffRole } from './staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

const ViewerKind = { STAFF: 'STAFF', CLIENT: 'CLIENT', VISITOR: 'VISITOR' } as const;
declareEnum(ViewerKind, 'ViewerKind', everyone, 'What you came in as.', {
  STAFF: 'With a staff session.',
  CLIENT: 'With a portal link.',
  VISITOR: 'With nothing.',
});

const Permission = Object.fromEntries(
  Object.keys(CAPABILITIES).map((name) => [name, name]),
) as Record<Capability, string>;
declareEnum(Permission, 'Permission', internal, 'What a role may do.', {
  SWITCH_PORTAL: 'Switch the Client Portal and the enquiry form.',
  MANAGE_STAFF: 'Add, change and remove staff.',
  WRITE_SALES: 'Create, edit and send clients, enquiries and quotes.',
  WRITE_INVOICES: 'Create and send invoices, record payments.',
  READ_INVOICES: 'Read invoices.',
  WRITE_JOBS: 'Create, edit and schedule jobs.',
  SHARE: 'Share with the client, withdraw, re-send, revoke.',
  MESSAGE_CLIENTS: 'Write to clients.',
  SEE_ALL_JOBS: 'See every job, not only assigned ones.',
  SET_JOB_STATUS: 'Say how far a job is.',
  WORK_ON_JOBS: 'To-dos, notes, photos and materials of jobs.',
  SEE_QUOTES: 'See the quotes of a job.',
  SEE_COSTS: 'See staff cost, materials cost and margin.',
});

@ObjectType({ description: 'Who you are to this API.' })
class Viewer {
  @FieldFor(everyone, 'What you came in as.', () => ViewerKind)
  kind!: keyof typeof ViewerKind;

  @FieldFor(internal, 'Your role in the business.', () => StaffRole, { nullable: true })
  role!: StaffRole | null;

  @FieldFor(internal, 'Your name.', () => String, { nullable: true })
  name!: string | null;

  @FieldFor(internal, 'Stable name of you as a staff member.', () => ID, { nullable: true })
  staffId!: string | null;

  @FieldFor(internal, 'What you may do.', () => [Permission], { nullable: true })
  permissions!: Capability[];
}

@ObjectType({ description: 'Who has just signed in.' })
class SignedInStaff {
  @FieldFor(staffAndVisitor, 'Stable name of the staff member.', () => ID)
  id!: string;

  @FieldFor(staffAndVisitor, 'Full name.', () => String)
  name!: string;

  @FieldFor(staffAndVisitor, 'What they sign in with.', () => String)
  email!: string;

  @FieldFor(staffAndVisitor, 'Role in the business.', () => StaffRole)
  role!: StaffRole;
}

@ObjectType({ description: 'A session. Send the token as "Authorization: Bearer <token>".' })
class Session {
  @FieldFor(staffAndVisitor, 'The secret of the session; it is shown this once.', () => String)
  token!: string;

  @FieldFor(staffAndVisitor, 'When it ends by itself.', () => GraphQLDateTime)
  expiresAt!: Date;

  @FieldFor(staffAndVisitor, 'Who signed in.', () => SignedInStaff)
  staff!: SignedInStaff;
}

@Resolver()
export class StaffResolver {
  @QueryFor(everyone, 'Who you are to this API, and what you may do.', () => Viewer)
  async me(@Ctx() { principal, reader }: Context): Promise<Viewer> {
    const { kind, audience } = principal;
    if (kind === 'CLIENT' && !principal.link) throw notFound();
    const staff = kind === 'STAFF' ? await reader.find(StaffMember, principal.staffId) : null;
    return {
      kind,
      staffId: staff?.id ?? null,
      role: staff?.role ?? null,
      name: staff?.name ?? null,
      permissions: permissionsOf(audience),
    };
  }

  @MutationFor(
    staffAndVisitor,
    'Starts a session. An unknown address and a wrong password read alike.',
    () => Session,
  )
  signIn(
    @ArgFor(staffAndVisitor, 'email', 'Address of a staff member.', () => String) email: string,
    @ArgFor(staffAndVisitor, 'password', 'Their password.', () => String) password: string,
    @Ctx() context: Context,
  ) {
    return signIn(context, { email, password });
  }

  @MutationFor(internal, 'Ends the session at once.', () => Boolean)
  async signOut(@Ctx() { change, principal }: StaffContext): Promise<boolean> {
    await change(async ({ em, now }) => {
      const session = await em.findOneOrFail(StaffSession, principal.sessionId);
      session.revokedAt ??= now;
      return {};
    });
    return true;
  }
}
