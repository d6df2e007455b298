import type { ChildPageRequest, Lookup, PageRequest, Reader, SHOWN } from './reader.js';
import type { RecordClass } from './rows.js';

/** The reader of a request, for as long as it lasts: after a change another one takes over behind it. */
export class CurrentReader implements Reader {
  constructor(public current: Reader) {}

  find<E>(record: RecordClass<E>, id: string | null | undefined) {
    return this.current.find(record, id);
  }

  children<E>(record: RecordClass<E>, belongsTo: string, parentId: string, shown?: typeof SHOWN) {
    return this.current.children(record, belongsTo, parentId, shown);
  }

  page<E>(record: RecordClass<E>, request: PageRequest) {
    return this.current.page(record, request);
  }

  childPage<E>(
    record: RecordClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ) {
    return this.current.childPage(record, belongsTo, parentId, request);
  }

  lookup<V>(question: Lookup<V>, id: string) {
    return this.current.lookup(question, id);
  }
}
