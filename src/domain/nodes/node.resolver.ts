import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import type { Context } from '../common/context.js';
import { asNode, Node, nodesFor } from './node.js';

/** Any record by its ID, as Relay and other caches refetch what they hold. */
@Resolver()
export class NodeResolver {
  @QueryFor(
    staffAndClient,
    'Record by ID, of whichever type. For a client: what its link shows now.',
    () => Node,
    { nullable: true },
  )
  async node(
    @ArgFor(staffAndClient, 'id', 'ID of the record.', () => ID) id: string,
    @Ctx() { reader, principal }: Context,
  ): Promise<object> {
    const found = await reader.findAny(nodesFor(principal.audience), id);
    if (!found) throw notFound();
    return asNode(found);
  }
}
