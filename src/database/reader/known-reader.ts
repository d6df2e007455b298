import type { EntityClass } from '../sql/rows.js';
import type { Known } from '../unit-of-work/known.js';
import type {
  ChildPageRequest,
  ComputedField,
  Condition,
  Lookup,
  OUTPUT,
  PageRequest,
  ReadById,
  Reader,
  RelationField,
  Sums,
} from './reader.js';

/** Results of a change that its payload may use. */
export interface KnownToReader {
  known: Known;
  /** Whether rows of this class may be used; results of lookup queries always may. */
  isEligible(entity: EntityClass): boolean;
}

/** Reader of the payload of a change: rows and lookup results that the change knows are not read again. */
export class KnownReader implements Reader {
  constructor(
    private readonly live: Reader,
    private readonly from: KnownToReader,
  ) {}

  async find<E>(entity: EntityClass<E>, id: string | null | undefined) {
    const isKnown = typeof id === 'string' && this.from.isEligible(entity);
    return (isKnown && this.from.known.row(entity, id)) || this.live.find(entity, id);
  }

  findAny(entities: readonly ReadById[], id: string) {
    return this.live.findAny(entities, id);
  }

  children<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    purpose?: typeof OUTPUT,
  ) {
    return this.live.children(entity, belongsTo, parentId, purpose);
  }

  page<E>(entity: EntityClass<E>, request: PageRequest) {
    return this.live.page(entity, request);
  }

  childPage<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ) {
    return this.live.childPage(entity, belongsTo, parentId, request);
  }

  sums(entity: EntityClass, where: Condition[], sums: Sums) {
    return this.live.sums(entity, where, sums);
  }

  async lookup<V>(query: Lookup<V>, id: string): Promise<V | null> {
    return this.from.known.lookupResult(query, id) ?? this.live.lookup(query, id);
  }

  computed(entity: EntityClass, field: ComputedField, id: string) {
    return this.live.computed(entity, field, id);
  }

  related(parent: EntityClass, field: RelationField, id: string) {
    return this.live.related(parent, field, id);
  }
}
