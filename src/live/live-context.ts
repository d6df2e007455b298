import type { Context } from '../domain/context.js';
import type { SharingContext } from '../sharing/sharing-context.js';
import type { Principal } from '../visibility/principal.js';
import type { Live } from './live.js';

/** The context of this room's resolvers; each event is read through a new one. */
export type LiveContext<P extends Principal = Principal> = Context<P> & {
  live: Live;
};
export type LiveSharingContext = SharingContext & { live: Live };
