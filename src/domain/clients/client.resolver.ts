import { Ctx, ID, Resolver } from 'type-graphql';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import type { Context, StaffContext } from '../context.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../pages.js';
import { whoMay } from '../staff/capabilities.js';
import { optionalLine } from '../text.js';
import { Client } from './client.entity.js';
import {
  CreateClientInput,
  CreateClientPayload,
  UpdateClientInput,
  UpdateClientPayload,
} from './client.inputs.js';
import { createClient } from './create-client.js';
import { foundBy } from './find-client.js';
import { updateClient } from './update-client.js';

const ClientConnection = connectionOf(() => Client, 'Client');

@Resolver(() => Client)
export class ClientResolver {
  @QueryFor(whoMay('WRITE_SALES'), 'One client.', () => Client, { nullable: true })
  async client(
    @ArgFor(whoMay('WRITE_SALES'), 'id', 'Which client.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Client, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(
    whoMay('WRITE_SALES'),
    'The clients of the business, last added first.',
    () => ClientConnection,
  )
  clients(
    @ArgFor(whoMay('WRITE_SALES'), 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(whoMay('WRITE_SALES'), 'after', AFTER, () => String, CURSOR) after: string | null,
    @ArgFor(
      whoMay('WRITE_SALES'),
      'search',
      'Part of a name, email address or phone number.',
      () => String,
      {
        nullable: true,
        bound: optionalLine(254),
        about: 'Client.name Client.email Client.phone',
      },
    )
    search: string | null,
    @Ctx() { reader }: Context,
  ) {
    return reader.page(Client, { first, after, where: foundBy(search) });
  }

  @MutationFor(whoMay('WRITE_SALES'), 'Adds a client.', () => CreateClientPayload)
  createClient(
    @ArgFor(whoMay('WRITE_SALES'), 'input', 'The client.', () => CreateClientInput)
    input: CreateClientInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ client: createClient(unit, input) }));
  }

  @MutationFor(
    whoMay('WRITE_SALES'),
    'Changes a client. A new email address revokes the links sent to the old one.',
    () => UpdateClientPayload,
  )
  updateClient(
    @ArgFor(whoMay('WRITE_SALES'), 'input', 'What changes.', () => UpdateClientInput)
    input: UpdateClientInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ client: await updateClient(unit, input) }));
  }
}
