import { ID, InputType, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { EmailAddress, PhoneNumber } from '../contact.js';
import { whoMay } from '../staff/capabilities.js';
import { OneLine } from '../text.js';
import { Client } from './client.entity.js';

@InputType({ description: 'A new client: who they are and how to reach them.' })
export class CreateClientInput {
  @OneLine(200)
  @FieldFor(whoMay('WRITE_SALES'), 'Name of the person or company.', () => String)
  name!: string;

  @EmailAddress()
  @FieldFor(
    whoMay('WRITE_SALES'),
    'Where portal links are sent; needed before anything can be shared.',
    () => String,
    { nullable: true },
  )
  email?: string | null;

  @PhoneNumber()
  @FieldFor(
    whoMay('WRITE_SALES'),
    'Phone number, international or as dialled in the country of the business.',
    () => String,
    { nullable: true },
  )
  phone?: string | null;
}

@InputType({
  description: 'Changes to a client. What is left out stays as it is.',
})
export class UpdateClientInput {
  @FieldFor(whoMay('WRITE_SALES'), 'Which client.', () => ID)
  id!: string;

  @OneLine(200)
  @FieldFor(whoMay('WRITE_SALES'), 'Name of the person or company.', () => String, {
    nullable: true,
  })
  name?: string | null;

  @EmailAddress()
  @FieldFor(
    whoMay('WRITE_SALES'),
    'Where portal links are sent; null clears it. Changing it revokes the links already sent.',
    () => String,
    { nullable: true },
  )
  email?: string | null;

  @PhoneNumber()
  @FieldFor(whoMay('WRITE_SALES'), 'Phone number; null clears it.', () => String, {
    nullable: true,
  })
  phone?: string | null;
}

@ObjectType({ description: 'The new client.' })
export class CreateClientPayload {
  @FieldFor(internal, 'The client.', () => Client)
  client!: Client;
}

@ObjectType({ description: 'The changed client.' })
export class UpdateClientPayload {
  @FieldFor(internal, 'The client.', () => Client)
  client!: Client;
}
