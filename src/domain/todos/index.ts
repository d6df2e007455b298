import { Todo } from './todo.entity.js';
import { TodoResolver } from './todo.resolver.js';

export const todos = {
  entities: [Todo],
  resolvers: [TodoResolver],
};
