import { Note } from './note.entity.js';
import { NoteAuthorResolver, NoteResolver } from './note.resolver.js';

export const notes = {
  entities: [Note],
  resolvers: [NoteResolver, NoteAuthorResolver],
};
