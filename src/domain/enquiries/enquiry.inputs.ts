import { InputType, ObjectType } from 'type-graphql';
import { everyone } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { InputRules } from '../../visibility/inputs/input-rules.js';
import { invalid } from '../../visibility/refusals.js';
import { EmailAddress, PhoneNumber } from '../common/contact.js';
import { OneLine, OptionalText, Text } from '../common/text.js';
import { Enquiry } from './enquiry.entity.js';

const MAX_MESSAGE_LENGTH = 5_000;

@InputRules<SubmitEnquiryInput>({
  fields: ['email', 'phone'],
  check(input, path) {
    const problem = contactProblem(input);
    if (problem) throw invalid(`${path}.email`, problem);
  },
})
@InputType({ description: 'Input of submitEnquiry; requires an email address or a phone number.' })
export class SubmitEnquiryInput {
  @OneLine(200)
  @FieldFor(everyone, 'Your name.', () => String)
  name!: string;

  @EmailAddress()
  @FieldFor(everyone, 'Your email address.', () => String, { nullable: true })
  email?: string | null;

  @PhoneNumber()
  @FieldFor(everyone, 'Your phone number.', () => String, { nullable: true })
  phone?: string | null;

  @Text(MAX_MESSAGE_LENGTH)
  @FieldFor(everyone, 'Text of the enquiry.', () => String)
  message!: string;

  @OptionalText(500)
  @FieldFor(everyone, 'Address of the site.', () => String, { nullable: true })
  siteAddress?: string | null;

  // Honeypot: the form hides this field, so only programs fill it in.
  @OptionalText(MAX_MESSAGE_LENGTH)
  @FieldFor(everyone, 'Leave this empty.', () => String, { nullable: true })
  website?: string | null;
}

/** Error sentence when the sender left neither an email address nor a phone number, else null. */
export function contactProblem({
  email,
  phone,
}: Pick<SubmitEnquiryInput, 'email' | 'phone'>): string | null {
  return email?.trim() || phone?.trim()
    ? null
    : 'Leave an email address or a phone number, so that you can be answered.';
}

@ObjectType({ description: 'Result of submitEnquiry.' })
export class SubmitEnquiryPayload {
  @FieldFor(everyone, 'Always true; a refused enquiry is an error.', () => Boolean)
  received!: boolean;
}

@ObjectType({ description: 'Result of an enquiry mutation.' })
export class EnquiryPayload {
  @FieldFor(rolesWith('ANSWER_ENQUIRIES'), 'Enquiry after the change.', () => Enquiry)
  enquiry!: Enquiry;
}
