import { Ctx, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { Client } from '../../domain/clients/client.entity.js';
import type { StaffContext } from '../../domain/common/context.js';
import { text } from '../../domain/common/text.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { eraseClient } from './erase-client.js';
import { mergeClients } from './merge-clients.js';

const writers = rolesWith('WRITE_SALES');
const erasers = rolesWith('ERASE_CLIENTS');

@ObjectType({ description: 'Result of mergeClients.' })
class MergeClientsPayload {
  @FieldFor(writers, 'Client that was kept.', () => Client)
  client!: Client;

  @FieldFor(writers, 'Number of portal links revoked by the merge.', () => Int)
  revokedPortalLinks!: number;
}

@ObjectType({ description: 'Result of eraseClient.' })
class EraseClientPayload {
  @FieldFor(erasers, 'Erased client.', () => Client)
  client!: Client;
}

/** Merging and erasing clients: both change what clients can open. */
@Resolver()
export class ClientCareResolver {
  @MutationFor(
    writers,
    'Merges a client into another: jobs, quotes, invoices, messages and enquiries move. Portal links sent to the address that stays keep working, the others are revoked. Cannot be undone.',
    () => MergeClientsPayload,
  )
  mergeClients(
    @ArgFor(writers, 'keepId', 'Client that stays.', () => ID) keepId: string,
    @ArgFor(writers, 'mergeId', 'Client that is merged into it.', () => ID) mergeId: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => mergeClients(unit, { keepId, mergeId }));
  }

  @MutationFor(
    erasers,
    'Erases a person for good: names, contact data and messages, wherever they are. Amounts, dates and digests stay. Its portal links are revoked, and emails that were not sent are cancelled. Idempotent.',
    () => EraseClientPayload,
  )
  eraseClient(
    @ArgFor(erasers, 'id', 'Client ID.', () => ID) id: string,
    @ArgFor(erasers, 'reason', 'Reason, kept with the client.', () => String, {
      bound: text(500),
    })
    reason: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ client: await eraseClient(unit, id, reason) }));
  }
}
