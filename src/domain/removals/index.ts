import { RemovalResolver } from './removal.resolver.js';
import { RemovedRecord } from './removed-record.entity.js';

export const removals = { entities: [RemovedRecord], resolvers: [RemovalResolver] };
