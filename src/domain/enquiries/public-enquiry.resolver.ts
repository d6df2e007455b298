import { Ctx, Resolver, Root } from 'type-graphql';
import { everyone, internal } from '../../visibility/audience.js';
import { opaque } from '../../visibility/bounds.js';
import { ArgFor, MutationFor, ResolvedFieldFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';
import type { Context, Rooted } from '../context.js';
import { SubmitEnquiryInput, SubmitEnquiryPayload } from './enquiry.inputs.js';
import { submitEnquiry } from './submit-enquiry.js';

/** The public form: where it is, and the one thing that anybody may write. */
@Resolver(() => Business)
export class PublicEnquiryResolver {
  @MutationFor(
    everyone,
    'Asks something of a business whose enquiry form is on.',
    () => SubmitEnquiryPayload,
  )
  async submitEnquiry(
    @ArgFor(
      everyone,
      'businessSlug',
      'Short name of the business, from its address.',
      () => String,
      { bound: opaque(100) },
    )
    businessSlug: string,
    @ArgFor(everyone, 'input', 'What you ask.', () => SubmitEnquiryInput)
    input: SubmitEnquiryInput,
    @Ctx() { change, config, address, principal }: Context,
  ): Promise<SubmitEnquiryPayload> {
    if (principal.kind === 'CLIENT' && !principal.link) throw notFound();
    await change(async (unit) => {
      await submitEnquiry(unit, config, { businessSlug, address, input });
      return {};
    });
    return { received: true };
  }

  @ResolvedFieldFor(
    internal,
    'Address of the public enquiry form, to pass on or to embed; null while the form is off.',
    () => String,
    { nullable: true },
  )
  enquiryFormUrl(@Root() business: Rooted<Business>, @Ctx() { config }: Context): string | null {
    return business.enquiryFormEnabled ? `${config.publicUrl}/enquire/${business.slug}` : null;
  }
}
