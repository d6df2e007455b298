import { Ctx, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { recordToChange } from '../domain/business-members.js';
import { UpdateClientPayload } from '../domain/clients/client.inputs.js';
import type { StaffContext } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { UpdateJobPayload } from '../domain/jobs/job.inputs.js';
import { connectionOf } from '../domain/pages.js';
import { ListFor, PageOf, type Related } from '../domain/relations.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { ArgFor, FieldFor, MutationFor, ResolvedFieldFor } from '../visibility/declare.js';
import { REVOKED } from './link-watcher.js';
import { PortalLink } from './portal-link.entity.js';

@ObjectType({ description: 'The link that no longer works.' })
export class RevokePortalLinkPayload {
  @FieldFor(whoMay('SHARE'), 'The link.', () => PortalLink)
  portalLink!: PortalLink;
}

const PortalLinkConnection = connectionOf(() => PortalLink, 'PortalLink');

/** The links of a job, and cutting them off. */
@Resolver(() => Job)
export class LinksResolver {
  @ListFor(
    whoMay('SHARE'),
    'Links sent to its client, first sent first.',
    () => PortalLink,
    'job',
    { nullable: true },
  )
  portalLinks!: PortalLink[];

  @PageOf(
    'portalLinks',
    whoMay('SHARE'),
    () => PortalLinkConnection,
    () => PortalLink,
    'job',
    {
      nullable: true,
    },
  )
  portalLinksPage!: Related<InstanceType<typeof PortalLinkConnection>>;

  @MutationFor(
    whoMay('SHARE'),
    'Cuts a link off; it works no more from the next request on.',
    () => RevokePortalLinkPayload,
  )
  revokePortalLink(
    @ArgFor(whoMay('SHARE'), 'id', 'Which link.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const portalLink = await recordToChange(unit, PortalLink, id);
      portalLink.revoke(unit.now);
      return { portalLink };
    });
  }
}

type WithEffects = { effects: Record<string, number> };

@Resolver(() => UpdateClientPayload)
export class UpdateClientLinksResolver {
  @ResolvedFieldFor(whoMay('WRITE_SALES'), 'How many portal links the change revoked.', () => Int)
  revokedPortalLinks(@Root() { effects }: WithEffects): number {
    return effects[REVOKED] ?? 0;
  }
}

@Resolver(() => UpdateJobPayload)
export class UpdateJobLinksResolver {
  @ResolvedFieldFor(whoMay('WRITE_JOBS'), 'How many portal links the change revoked.', () => Int, {
    nullable: true,
  })
  revokedPortalLinks(@Root() { effects }: WithEffects): number {
    return effects[REVOKED] ?? 0;
  }
}
