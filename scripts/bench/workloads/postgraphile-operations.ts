import type { Json } from './workload.js';

export const PORTAL_OF_POSTGRAPHILE = '';
export const BOARD_OF_POSTGRAPHILE = '';
export const JOB_OF_POSTGRAPHILE = '';
export const listsOf = (body: Json): Json => body;
export const jobOf = (body: Json): Json => body;
