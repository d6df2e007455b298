import type { Context } from '../../domain/common/context.js';
import type { SharingContext } from '../../sharing/sharing-context.js';
import type { Principal } from '../../visibility/principal.js';
import type { Live } from '../live.js';

/** Context of subscriptions; each event has a new one. */
export type LiveContext<P extends Principal = Principal> = Context<P> & {
  live: Live;
};
export type LiveSharingContext = SharingContext & { live: Live };
