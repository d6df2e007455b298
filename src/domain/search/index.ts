import { SearchResolver } from './search.resolver.js';

export const search = { entities: [], resolvers: [SearchResolver] };
