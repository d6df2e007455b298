import { Ctx, ID, Resolver } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../../visibility/declare/operations.js';
import { connectionOf, PageArgs, PageFor } from '../../common/connection.js';
import type { StaffContext } from '../../common/context.js';
import { lockEntity } from '../../common/find-referenced.js';
import { BelongsTo, type Related } from '../../common/relations.js';
import { StaffMember } from '../staff-member.entity.js';
import { ApiKey } from './api-key.entity.js';
import { CreateApiKeyInput, CreateApiKeyPayload, EndApiKeyPayload } from './api-key.inputs.js';
import { createApiKey } from './create-api-key.js';

const managers = rolesWith('MANAGE_STAFF');
const ApiKeyConnection = connectionOf(() => ApiKey, 'ApiKey', managers);

/** No key has MANAGE_STAFF, so no key makes or ends keys. */
@Resolver(() => ApiKey)
export class ApiKeysResolver {
  @BelongsTo(managers, 'Staff member who made it, and in whose name it acts.', () => StaffMember)
  createdBy!: Related<StaffMember>;

  @QueryFor(
    managers,
    'API keys of the business, newest first; ended and expired ones too.',
    () => ApiKeyConnection,
    { reads: () => ApiKey },
  )
  apiKeys(@PageFor(managers) page: PageArgs, @Ctx() { reader }: StaffContext) {
    return reader.page(ApiKey, page);
  }

  @MutationFor(
    managers,
    'Makes an API key for a program of the business. It acts in your name, and does nothing that you may not do at the time: it loses what you lose, and stops when you are removed.',
    () => CreateApiKeyPayload,
    { withoutKey: 'SECRET' },
  )
  createApiKey(
    @ArgFor(managers, 'input', 'Key to make.', () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => createApiKey(unit, input));
  }

  @MutationFor(
    managers,
    'Ends an API key: its next request is refused, and its subscriptions end.',
    () => EndApiKeyPayload,
    { withoutKey: 'HARMLESS' },
  )
  endApiKey(
    @ArgFor(managers, 'id', 'API key ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const apiKey = await lockEntity(unit, ApiKey, id);
      apiKey.endedAt ??= unit.now;
      return { apiKey };
    });
  }
}
