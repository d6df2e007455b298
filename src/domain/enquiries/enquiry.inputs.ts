import { InputType, ObjectType } from 'type-graphql';
import { everyone } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { EmailAddress, PhoneNumber } from '../contact.js';
import { whoMay } from '../staff/capabilities.js';
import { OneLine, OptionalText, Text } from '../text.js';
import { Enquiry } from './enquiry.entity.js';

export const LONGEST_MESSAGE = 5_000;

@InputType({ description: 'What somebody asks. Leave an email address, a phone number, or both.' })
export class SubmitEnquiryInput {
  @OneLine(200)
  @FieldFor(everyone, 'Your name.', () => String)
  name!: string;

  @EmailAddress()
  @FieldFor(everyone, 'Where you can be written to.', () => String, { nullable: true })
  email?: string | null;

  @PhoneNumber()
  @FieldFor(everyone, 'Where you can be called.', () => String, { nullable: true })
  phone?: string | null;

  @Text(LONGEST_MESSAGE)
  @FieldFor(everyone, 'What you need.', () => String)
  message!: string;

  @OptionalText(500)
  @FieldFor(everyone, 'Where the work would happen.', () => String, { nullable: true })
  siteAddress?: string | null;

  // A trap: people do not see this field on the form, programs fill in whatever they find.
  @OptionalText(LONGEST_MESSAGE)
  @FieldFor(everyone, 'Leave this empty.', () => String, { nullable: true })
  website?: string | null;
}

@ObjectType({ description: 'That the enquiry was received.' })
export class SubmitEnquiryPayload {
  @FieldFor(everyone, 'Always true; when it is not received there is an error.', () => Boolean)
  received!: boolean;
}

@ObjectType({ description: 'The enquiry as it stands now.' })
export class EnquiryPayload {
  @FieldFor(whoMay('WRITE_SALES'), 'The enquiry.', () => Enquiry)
  enquiry!: Enquiry;
}
