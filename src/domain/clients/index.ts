import { Client } from './client.entity.js';
import { ClientResolver } from './client.resolver.js';
import { ClientHistoryResolver } from './client-history.resolver.js';
import { ClientMerge } from './client-merge.entity.js';

export const clients = {
  entities: [Client, ClientMerge],
  resolvers: [ClientResolver, ClientHistoryResolver],
};
