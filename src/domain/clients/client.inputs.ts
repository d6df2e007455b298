import { ID, InputType, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { rolesWith, rolesWithEither } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { EmailAddress, PhoneNumber } from '../common/contact.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine, OptionalLine, OptionalText } from '../common/text.js';
import { Client } from './client.entity.js';
import { ClientLanguage } from './client-language.js';

/** A new client is created by itself or with an invoice. */
const creators = rolesWithEither('WRITE_SALES', 'WRITE_INVOICES');

@InputType({ description: 'Input of createClient.' })
export class CreateClientInput {
  @OneLine(200)
  @FieldFor(creators, 'Name of the person or company.', () => String)
  name!: string;

  @EmailAddress()
  @FieldFor(creators, 'Email address for portal links; required before sharing.', () => String, {
    nullable: true,
  })
  email?: string | null;

  @PhoneNumber()
  @FieldFor(creators, 'Phone number, in international or national form.', () => String, {
    nullable: true,
  })
  phone?: string | null;

  @OptionalLine(200)
  @FieldFor(creators, 'Person to speak to, if the client is a company.', () => String, {
    nullable: true,
  })
  contactName?: string | null;

  @OptionalText(500)
  @FieldFor(creators, 'Postal address.', () => String, { nullable: true })
  address?: string | null;

  @FieldFor(
    creators,
    "Language of the client's page and mails; default: English.",
    () => ClientLanguage,
    { nullable: true },
  )
  language?: ClientLanguage | null;

  @OptionalText(10_000)
  @FieldFor(creators, 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  notes?: string | null;
}

@InputType({
  description: 'Changes to a client; omitted fields are unchanged.',
})
export class UpdateClientInput {
  @FieldFor(rolesWith('WRITE_SALES'), 'Client ID.', () => ID)
  id!: string;

  @IfUnchangedSince(rolesWith('WRITE_SALES'))
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(rolesWith('WRITE_SALES'), 'Name of the person or company.', () => String, {
    nullable: true,
  })
  name?: string | null;

  @EmailAddress()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Email address for portal links; null clears it. A change revokes the links already sent.',
    () => String,
    { nullable: true },
  )
  email?: string | null;

  @PhoneNumber()
  @FieldFor(rolesWith('WRITE_SALES'), 'Phone number; null clears it.', () => String, {
    nullable: true,
  })
  phone?: string | null;

  @OptionalLine(200)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Person to speak to, if the client is a company; null clears it.',
    () => String,
    { nullable: true },
  )
  contactName?: string | null;

  @OptionalText(500)
  @FieldFor(rolesWith('WRITE_SALES'), 'Postal address; null clears it.', () => String, {
    nullable: true,
  })
  address?: string | null;

  @FieldFor(
    rolesWith('WRITE_SALES'),
    "Language of the client's page and mails; null is English. Mails that wait to go out follow it too.",
    () => ClientLanguage,
    { nullable: true },
  )
  language?: ClientLanguage | null;

  @OptionalText(10_000)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Internal notes; never visible to the client; null clears them.',
    () => String,
    { nullable: true },
  )
  notes?: string | null;
}

@ObjectType({ description: 'Result of createClient.' })
export class CreateClientPayload {
  @FieldFor(staffOnly, 'Created client.', () => Client)
  client!: Client;
}

@ObjectType({ description: 'Result of updateClient.' })
export class UpdateClientPayload {
  @FieldFor(staffOnly, 'Updated client.', () => Client)
  client!: Client;
}
