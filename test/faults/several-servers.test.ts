import { serveTogether } from './serve-together.js';

// `several-servers.long.ts` starts three.
serveTogether(2);
