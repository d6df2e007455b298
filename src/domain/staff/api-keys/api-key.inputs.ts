import { GraphQLDate } from 'graphql-scalars';
import { InputType, ObjectType } from 'type-graphql';
import { ListOf } from '../../../visibility/bounds.js';
import { CAPABILITIES, type Capability, rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { OneLine } from '../../common/text.js';
import { Permission } from '../permission.js';
import { ApiKey } from './api-key.entity.js';

const managers = rolesWith('MANAGE_STAFF');

@InputType({ description: 'Input of createApiKey.' })
export class CreateApiKeyInput {
  @OneLine(100)
  @FieldFor(managers, 'Name: which program will use it.', () => String)
  name!: string;

  @ListOf(Object.keys(CAPABILITIES).length)
  @FieldFor(
    managers,
    'What it may do, of what you may do yourself; at least one. WRITE_JOBS, WRITE_SALES, ACCEPT_QUOTES, WRITE_INVOICES and SHARE include the reading that they need. Not MANAGE_STAFF, MANAGE_SECURITY or BE_ASSIGNED.',
    () => [Permission],
  )
  capabilities!: Capability[];

  @FieldFor(
    managers,
    "Last day on which it works, in the business's time zone; null or omitted: until somebody ends it.",
    () => GraphQLDate,
    { nullable: true },
  )
  expiresOn?: Date | null;
}

@ObjectType({ description: 'Result of createApiKey.' })
export class CreateApiKeyPayload {
  @FieldFor(managers, 'The new key, without its secret.', () => ApiKey)
  apiKey!: ApiKey;

  @FieldFor(
    managers,
    'Secret; returned only once. Send it as "Authorization: Bearer <token>".',
    () => String,
  )
  token!: string;
}

@ObjectType({ description: 'Result of endApiKey.' })
export class EndApiKeyPayload {
  @FieldFor(managers, 'The ended key.', () => ApiKey)
  apiKey!: ApiKey;
}
