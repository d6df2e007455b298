import { Resolver, Root } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { Rooted } from '../common/context.js';
import { phoneText, phoneUri } from '../common/phone.js';
import { Business } from './business.entity.js';

type PhoneOf = Pick<Business, 'phone' | 'country'>;

/** The phone number of a business in the forms that pages show. */
@Resolver(() => Business)
export class BusinessPhoneResolver {
  @ResolvedFieldFor(
    staffAndClient,
    'Phone number as written for readers in its country; what was typed unless it is a valid number.',
    () => String,
    { nullable: true, columns: ['phone', 'country'], published: (of) => national(of as never) },
  )
  phoneNational(@Root() business: Rooted<Business>): string | null {
    return national(business as PhoneOf);
  }

  @ResolvedFieldFor(
    staffAndClient,
    'Phone number as written for readers in other countries; what was typed unless it is a valid number.',
    () => String,
    {
      nullable: true,
      columns: ['phone', 'country'],
      published: (of) => international(of as never),
    },
  )
  phoneInternational(@Root() business: Rooted<Business>): string | null {
    return international(business as PhoneOf);
  }

  @ResolvedFieldFor(
    staffAndClient,
    '`tel:` link to call the business, with the number in E.164 form.',
    () => String,
    { nullable: true, columns: ['phone', 'country'], published: (of) => uri(of as never) },
  )
  phoneUri(@Root() business: Rooted<Business>): string | null {
    return uri(business as PhoneOf);
  }
}

function national({ phone, country }: PhoneOf): string | null {
  return phone && phoneText(country, phone);
}

function international({ phone, country }: PhoneOf): string | null {
  return phone && phoneText(country, phone, '');
}

function uri({ phone, country }: PhoneOf): string | null {
  return phone && phoneUri(country, phone);
}
