import type { EntityClass } from '../sql/rows.js';
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

/** Reader of one request. Delegates to `current`, which is replaced after a change. */
export class CurrentReader implements Reader {
  constructor(public current: Reader) {}

  find<E>(entity: EntityClass<E>, id: string | null | undefined) {
    return this.current.find(entity, id);
  }

  findAny(entities: readonly ReadById[], id: string) {
    return this.current.findAny(entities, id);
  }

  children<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    purpose?: typeof OUTPUT,
  ) {
    return this.current.children(entity, belongsTo, parentId, purpose);
  }

  page<E>(entity: EntityClass<E>, request: PageRequest) {
    return this.current.page(entity, request);
  }

  childPage<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ) {
    return this.current.childPage(entity, belongsTo, parentId, request);
  }

  sums(entity: EntityClass, where: Condition[], sums: Sums) {
    return this.current.sums(entity, where, sums);
  }

  lookup<V>(query: Lookup<V>, id: string) {
    return this.current.lookup(query, id);
  }

  computed(entity: EntityClass, field: ComputedField, id: string) {
    return this.current.computed(entity, field, id);
  }

  related(parent: EntityClass, field: RelationField, id: string) {
    return this.current.related(parent, field, id);
  }
}
