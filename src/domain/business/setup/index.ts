import { SetupResolver } from './setup.resolver.js';
import { SetupLink } from './setup-link.entity.js';

export const setup = {
  entities: [SetupLink],
  resolvers: [SetupResolver],
};
