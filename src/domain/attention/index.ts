import { AttentionResolver } from './attention.resolver.js';

export const attention = { entities: [], resolvers: [AttentionResolver] };
