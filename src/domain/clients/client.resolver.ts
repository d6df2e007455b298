import { Ctx, ID, Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Context, StaffContext } from '../common/context.js';
import { lockEntity } from '../common/find-referenced.js';
import { optionalLine } from '../common/text.js';
import { Client } from './client.entity.js';
import {
  CreateClientInput,
  CreateClientPayload,
  UpdateClientInput,
  UpdateClientPayload,
} from './client.inputs.js';
import {
  CLIENT_SEARCH,
  ClientFilter,
  ClientOrder,
  clientOrder,
  clientsOf,
} from './client-lists.js';
import { refuseGone } from './client-to-use.js';
import { createClient } from './create-client.js';
import { similarClients } from './similar-clients.js';
import { updateClient } from './update-client.js';

const ClientConnection = connectionOf(() => Client, 'Client');

@Resolver(() => Client)
export class ClientResolver {
  @QueryFor(rolesWith('WRITE_SALES'), 'Client by ID.', () => Client, {
    nullable: true,
    reads: () => Client,
  })
  async client(
    @ArgFor(rolesWith('WRITE_SALES'), 'id', 'Client ID.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Client, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(
    rolesWith('WRITE_SALES'),
    'Clients of the business, newest first, without archived ones.',
    () => ClientConnection,
    { reads: () => Client },
  )
  clients(
    @PageFor(rolesWith('WRITE_SALES')) page: PageArgs,
    @ArgFor(
      rolesWith('WRITE_SALES'),
      'search',
      'Words of names, email address, phone number or address, in any order.',
      () => String,
      {
        nullable: true,
        bound: optionalLine(254),
        about: CLIENT_SEARCH,
        deprecationReason: 'Use filter: { search }.',
      },
    )
    search: string | null,
    @ArgFor(
      rolesWith('WRITE_SALES'),
      'archived',
      'Archived clients instead of the others.',
      () => Boolean,
      {
        nullable: true,
        defaultValue: false,
        about: 'Client.archivedAt',
        deprecationReason: 'Use filter: { archived }.',
      },
    )
    archived: boolean | null,
    @ArgFor(rolesWith('WRITE_SALES'), 'filter', 'Filter.', () => ClientFilter, { nullable: true })
    filter: ClientFilter | null,
    @ArgFor(rolesWith('WRITE_SALES'), 'orderBy', 'Sort order.', () => ClientOrder, {
      nullable: true,
      defaultValue: ClientOrder.NEWEST_FIRST,
      about: 'Client.name Client.updatedAt',
    })
    orderBy: ClientOrder | null,
    @Ctx() { reader, principal: { audience } }: Context,
  ) {
    const both = { ...filter, archived: filter?.archived ?? archived };
    return reader.page(Client, {
      ...page,
      where: [...clientsOf(both, audience), ...(search ? [{ search }] : [])],
      orderBy: clientOrder(orderBy ?? ClientOrder.NEWEST_FIRST, audience),
    });
  }

  @QueryFor(
    rolesWith('WRITE_SALES'),
    'Clients who are probably the same: with this email address or phone number, or named like this. At most 5.',
    () => [Client],
  )
  similarClients(
    @ArgFor(rolesWith('WRITE_SALES'), 'name', 'Name, as far as it is typed.', () => String, {
      nullable: true,
      bound: optionalLine(200),
      about: 'Client.name',
    })
    name: string | null,
    @ArgFor(rolesWith('WRITE_SALES'), 'email', 'Email address.', () => String, {
      nullable: true,
      bound: optionalLine(254),
      about: 'Client.email',
    })
    email: string | null,
    @ArgFor(rolesWith('WRITE_SALES'), 'phone', 'Phone number, in any notation.', () => String, {
      nullable: true,
      bound: optionalLine(40),
      about: 'Client.phone',
    })
    phone: string | null,
    @Ctx() { reader, principal }: StaffContext,
  ) {
    return similarClients(reader, principal.businessId, { name, email, phone });
  }

  @MutationFor(rolesWith('WRITE_SALES'), 'Creates a client.', () => CreateClientPayload)
  createClient(
    @ArgFor(rolesWith('WRITE_SALES'), 'input', 'Client to create.', () => CreateClientInput)
    input: CreateClientInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ client: await createClient(unit, input) }));
  }

  @MutationFor(
    rolesWith('WRITE_SALES'),
    'Archives a client: it is left out of lists; its jobs, quotes and invoices stay. Idempotent.',
    () => UpdateClientPayload,
  )
  archiveClient(
    @ArgFor(rolesWith('WRITE_SALES'), 'id', 'Client ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const client = await lockEntity(unit, Client, id);
      client.archive(unit.now);
      return { client };
    });
  }

  @MutationFor(
    rolesWith('WRITE_SALES'),
    'Restores an archived client. Idempotent.',
    () => UpdateClientPayload,
  )
  restoreClient(
    @ArgFor(rolesWith('WRITE_SALES'), 'id', 'Client ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const client = await lockEntity(unit, Client, id);
      refuseGone(client);
      client.restore();
      return { client };
    });
  }

  @MutationFor(
    rolesWith('WRITE_SALES'),
    'Updates a client. A new email address revokes the portal links sent to the old one.',
    () => UpdateClientPayload,
  )
  updateClient(
    @ArgFor(rolesWith('WRITE_SALES'), 'input', 'Changes to make.', () => UpdateClientInput)
    input: UpdateClientInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ client: await updateClient(unit, input) }));
  }
}
