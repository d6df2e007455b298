import type { Context } from '../domain/context.js';
import type { StaffPrincipal } from '../visibility/principal.js';
import type { Sharing } from './sharing.js';

/** The context of this room's resolvers: what sharing needs, next to what everybody is handed. */
export type SharingContext = Context<StaffPrincipal> & { sharing: Sharing };
