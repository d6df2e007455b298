import { Ctx, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { FieldFor, ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { UpdateClientPayload } from '../clients/client.inputs.js';
import { RelatedFor } from '../common/computed.js';
import { connectionOf } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { lockEntity } from '../common/find-referenced.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { UpdateJobPayload } from '../jobs/job.inputs.js';
import { Quote } from '../quotes/quote.entity.js';
import { REVOKED } from './link-watcher.js';
import { linkOfJobSql } from './live-link.js';
import { PortalLink } from './portal-link.entity.js';

@ObjectType({ description: 'Result of revokePortalLink.' })
class RevokePortalLinkPayload {
  @FieldFor(rolesWith('SHARE'), 'Revoked link.', () => PortalLink)
  portalLink!: PortalLink;
}

const PortalLinkConnection = connectionOf(() => PortalLink, 'PortalLink');

/** Portal links of a job, and their revocation. */
@Resolver(() => Job)
export class LinksResolver {
  @RelatedFor({
    audiences: rolesWith('SHARE'),
    description:
      'Portal links of the job, and those of its quotes and invoices, which show the job once it is shared; oldest first.',
    type: () => [PortalLink],
    nullable: true,
    parent: () => Job,
    relationSql: (link, job) =>
      `portal_links ${link} where ${linkOfJobSql(link, `${job}.id`)} order by ${link}.id`,
  })
  portalLinks!: Related<PortalLink[]> | null;

  @PageOf(
    'portalLinks',
    rolesWith('SHARE'),
    () => PortalLinkConnection,
    () => PortalLink,
    'job',
    {
      nullable: true,
    },
  )
  portalLinksPage!: Related<InstanceType<typeof PortalLinkConnection>>;

  @MutationFor(
    rolesWith('SHARE'),
    'Revokes a portal link, from the next request on.',
    () => RevokePortalLinkPayload,
  )
  revokePortalLink(
    @ArgFor(rolesWith('SHARE'), 'id', 'Portal link ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const portalLink = await lockEntity(unit, PortalLink, id);
      portalLink.revoke(unit.now);
      return { portalLink };
    });
  }
}

/** Portal links of a quote. */
@Resolver(() => Quote)
export class QuoteLinksResolver {
  @HasMany(
    rolesWith('SHARE'),
    'Portal links made for the quote, oldest first. They show its job once that is shared with the same client.',
    () => PortalLink,
    'quote',
    { nullable: true },
  )
  portalLinks!: PortalLink[];
}

/** Portal links of an invoice. */
@Resolver(() => Invoice)
export class InvoiceLinksResolver {
  @HasMany(
    rolesWith('SHARE'),
    'Portal links made for the invoice, oldest first. They show its job once that is shared with the same client.',
    () => PortalLink,
    'invoice',
    { nullable: true },
  )
  portalLinks!: PortalLink[];
}

/** Subject of a portal link. */
@Resolver(() => PortalLink)
export class LinkSubjectResolver {
  @BelongsTo(rolesWith('SHARE'), 'Job that it was made for.', () => Job)
  job!: Related<Job> | null;

  @BelongsTo(rolesWith('SHARE'), 'Quote that it was made for.', () => Quote)
  quote!: Related<Quote> | null;

  @BelongsTo(rolesWith('SHARE'), 'Invoice that it was made for.', () => Invoice)
  invoice!: Related<Invoice> | null;
}

type WithEffects = { effects: Record<string, number> };

@Resolver(() => UpdateClientPayload)
export class UpdateClientLinksResolver {
  @ResolvedFieldFor(
    rolesWith('WRITE_SALES'),
    'Number of portal links revoked by the change.',
    () => Int,
  )
  revokedPortalLinks(@Root() { effects }: WithEffects): number {
    return effects[REVOKED] ?? 0;
  }
}

@Resolver(() => UpdateJobPayload)
export class UpdateJobLinksResolver {
  @ResolvedFieldFor(
    rolesWith('WRITE_JOBS'),
    'Number of portal links revoked by the change.',
    () => Int,
    {
      nullable: true,
    },
  )
  revokedPortalLinks(@Root() { effects }: WithEffects): number {
    return effects[REVOKED] ?? 0;
  }
}
