import { Ctx, Resolver, Root } from 'type-graphql';
import { everyone, staffOnly } from '../../../visibility/audience.js';
import { opaque } from '../../../visibility/bounds.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import { Business } from '../../business/business.entity.js';
import type { Context, Rooted } from '../../common/context.js';
import { SubmitEnquiryInput, SubmitEnquiryPayload } from '../enquiry.inputs.js';
import { submitEnquiry } from './submit-enquiry.js';

/** URL of the public enquiry form, and the only mutation that visitors may call. */
@Resolver(() => Business)
export class PublicEnquiryResolver {
  @MutationFor(
    everyone,
    'Submits an enquiry to a business whose enquiry form is on.',
    () => SubmitEnquiryPayload,
  )
  async submitEnquiry(
    @ArgFor(
      everyone,
      'businessSlug',
      'URL name of the business in its enquiry form.',
      () => String,
      { bound: opaque(100) },
    )
    businessSlug: string,
    @ArgFor(everyone, 'input', 'Enquiry to submit.', () => SubmitEnquiryInput)
    input: SubmitEnquiryInput,
    @Ctx() { change, config, address }: Context,
  ): Promise<SubmitEnquiryPayload> {
    await change(async (unit) => {
      await submitEnquiry(unit, config, { businessSlug, address, input });
      return {};
    });
    return { received: true };
  }

  @ResolvedFieldFor(
    staffOnly,
    'URL of the public enquiry form, to link or to embed; null while the form is off.',
    () => String,
    { nullable: true },
  )
  enquiryFormUrl(@Root() business: Rooted<Business>, @Ctx() { config }: Context): string | null {
    return business.enquiryFormEnabled ? `${config.publicUrl}/enquire/${business.slug}` : null;
  }
}
