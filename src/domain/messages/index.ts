import { ConversationResolver } from './conversation.resolver.js';
import { Message } from './message.entity.js';
import { MessageAuthorResolver, MessageResolver } from './message.resolver.js';

export const messages = {
  entities: [Message],
  resolvers: [MessageResolver, MessageAuthorResolver, ConversationResolver],
};
