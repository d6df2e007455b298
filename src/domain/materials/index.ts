import { Material } from './material.entity.js';
import { MaterialAddedByResolver, MaterialResolver } from './material.resolver.js';

export const materials = {
  entities: [Material],
  resolvers: [MaterialResolver, MaterialAddedByResolver],
};
