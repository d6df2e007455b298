import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { entityOf, type Relation } from '../../database/sql/relation.js';
import { AUDIENCES, type Audience } from '../../visibility/audience.js';
import type { Declaration } from '../../visibility/declare/declaration.js';
import type { AudienceSchema } from '../../visibility/schemas/audience-schemas.js';
import type { Services } from '../graphql/context.js';
import type { PersistedQueries } from '../graphql/documents/persisted-queries.js';
import { FastPath } from './fast-path.js';
import { PlanCache } from './plan-cache.js';
import { OperationPlans, type OperationsOfText } from './plans.js';

/** Plans of each audience, and the fast path to them. */
export interface Executor {
  plans: Map<Audience, OperationPlans>;
  /** Makes the plans of an audience that is not listed, that of API keys; null where graphql-js alone answers. */
  plansFor(audience: Audience, audienceSchema: AudienceSchema): OperationPlans | null;
  fastPath: FastPath;
}

/** Opens the executor. Throws if a query is declared to read another class than its type returns. */
export function openExecutor(
  services: Services,
  schema: GraphQLSchema,
  schemas: Record<Audience, AudienceSchema>,
  persisted: Record<Audience, PersistedQueries>,
  log: FastifyBaseLogger,
): Executor {
  const { isPlanned, orm, policy, disabledLayers } = services;
  checkReads(schema, orm);
  const cache = new PlanCache<OperationsOfText>();
  // With a disabled layer, clients are answered by graphql-js alone, so that tests check the other layers.
  const hasAllLayers = (audience: Audience) => audience !== 'CLIENT' || disabledLayers.length === 0;
  const planned = isPlanned ? AUDIENCES.filter(hasAllLayers) : [];
  const plansOf = (audience: Audience, { guarded }: AudienceSchema) =>
    new OperationPlans({ audience, schema: guarded, policy, orm }, cache);
  const plans = new Map(
    planned.map((audience) => [audience, plansOf(audience, schemas[audience])]),
  );
  const plansFor = (audience: Audience, audienceSchema: AudienceSchema) =>
    isPlanned ? plansOf(audience, audienceSchema) : null;
  return { plans, plansFor, fastPath: new FastPath(services, plans, persisted, log) };
}

type Field = GraphQLField<unknown, unknown>;

/** Checks that each query with `reads` returns that class or a page of it. Throws one error that lists all faults. */
function checkReads(schema: GraphQLSchema, orm: MikroORM): void {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const faults = fields.flatMap((field) => faultOf(schema, field, orm) ?? []);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function faultOf(schema: GraphQLSchema, field: Field, orm: MikroORM): string | null {
  const entity = (field.extensions.visibility as Declaration | undefined)?.reads?.();
  if (!entity) return null;
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  const named = getNamedType(type);
  const name = (entity as { name: string }).name;
  if (isListType(type) || !isObjectType(named))
    return `Query.${field.name} reads ${name}, but its type is neither an entity nor a page.`;
  const { nodes } = named.getFields();
  const output = getNamedType(nodes ? nodes.type : named).name;
  const isSame = output === name || typesOf(schema, entity, orm).includes(output);
  return isSame ? null : `Query.${field.name} reads ${name}, but its type returns ${output}.`;
}

/** Returns the types of all relations to this class: a type may have another name than its class. */
function typesOf(schema: GraphQLSchema, entity: unknown, orm: MikroORM): string[] {
  if (!orm.getMetadata().find(entity as never)) return [];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ extensions }) => {
      const relation = extensions.relation as Relation | undefined;
      return relation && entityOf(relation) === entity;
    })
    .map((field) => getNamedType(field.type).name);
}
