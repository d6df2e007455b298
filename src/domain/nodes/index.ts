import { NodeResolver } from './node.resolver.js';

export const nodes = { entities: [], resolvers: [NodeResolver] };
