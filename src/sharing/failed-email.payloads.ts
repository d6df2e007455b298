import { ObjectType } from 'type-graphql';
import { whoMay } from '../domain/staff/capabilities.js';
import { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { FieldFor } from '../visibility/declare.js';

@ObjectType({ description: 'A mail that is sent again.' })
export class ResendEmailPayload {
  @FieldFor(whoMay('SHARE'), 'The new mail, in the place of the failed one.', () => OutgoingEmail)
  delivery!: OutgoingEmail;
}

@ObjectType({ description: 'A failed mail that nobody will send again.' })
export class DismissFailedEmailPayload {
  @FieldFor(whoMay('SHARE'), 'The mail, cancelled.', () => OutgoingEmail)
  delivery!: OutgoingEmail;
}
