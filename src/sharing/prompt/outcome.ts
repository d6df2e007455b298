import type { PublicationReason } from '../publish/publication.entity.js';
import type { ClientView } from '../state/client-view.js';
import type { Prompt } from './prompt.js';

/** A version of the client's view to be published. */
export interface Draft {
  view: ClientView;
  itemKeys: string[];
  reason: PublicationReason;
}

/** Effect of a change on sharing. */
export interface Outcome {
  prompt: Prompt;
  /** Null if nothing is published. */
  draft: Draft | null;
}
