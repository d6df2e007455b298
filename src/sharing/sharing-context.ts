import type { Context } from '../domain/common/context.js';
import type { StaffPrincipal } from '../visibility/principal.js';
import type { Sharing } from './sharing.js';

/** Context of the resolvers in `sharing`. */
export type SharingContext = Context<StaffPrincipal> & { sharing: Sharing };
