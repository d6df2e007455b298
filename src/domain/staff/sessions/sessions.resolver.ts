import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { staffInPerson, staffOnly } from '../../../visibility/audience.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../../visibility/declare/operations.js';
import { notFound } from '../../../visibility/refusals.js';
import { connectionOf, PageArgs, PageFor } from '../../common/connection.js';
import type { Rooted, StaffContext } from '../../common/context.js';
import { lockEntity } from '../../common/find-referenced.js';
import { StaffMember } from '../staff-member.entity.js';
import { endSessions } from './end-sessions.js';
import { StaffSession } from './staff-session.entity.js';

const SessionConnection = connectionOf(() => StaffSession, 'StaffSession');

/** The signed-in person's own sessions; those of others read as if they did not exist. */
@Resolver(() => StaffSession)
export class SessionsResolver {
  @QueryFor(
    staffInPerson,
    'Your sessions that have not ended, newest first.',
    () => SessionConnection,
  )
  sessions(
    @PageFor(staffInPerson) page: PageArgs,
    @Ctx() { reader, principal, now }: StaffContext,
  ) {
    // An ISO time of the server, not text of the caller.
    const at = now.toISOString();
    return reader.childPage(StaffSession, 'staffMember', principal.staffId, {
      ...page,
      whereSql: (row) => `${row}.revoked_at is null and ${row}.expires_at > '${at}'::timestamptz`,
    });
  }

  @ResolvedFieldFor(staffOnly, 'Whether it is the session of this request.', () => Boolean, {
    columns: ['id'],
  })
  isCurrent(@Root() { id }: Rooted<StaffSession>, @Ctx() { principal }: StaffContext): boolean {
    return id === principal.sessionId;
  }

  @MutationFor(staffInPerson, 'Ends one of your sessions.', () => Boolean, {
    withoutKey: 'SIGN_IN',
  })
  async endSession(
    @ArgFor(staffInPerson, 'id', 'Session ID.', () => ID) id: string,
    @Ctx() { change, principal: { staffId, businessId } }: StaffContext,
  ): Promise<boolean> {
    await change(async ({ em, now }) => {
      const session = await em.findOne(StaffSession, { id, businessId, staffMember: staffId });
      if (!session) throw notFound();
      session.revokedAt ??= now;
      return {};
    });
    return true;
  }

  @MutationFor(staffInPerson, 'Ends your other sessions.', () => Boolean, { withoutKey: 'SIGN_IN' })
  async endOtherSessions(
    @Ctx() { change, principal: { staffId, sessionId } }: StaffContext,
  ): Promise<boolean> {
    await change(async (unit) => {
      await endSessions(unit, await lockEntity(unit, StaffMember, staffId), sessionId);
      return {};
    });
    return true;
  }
}
