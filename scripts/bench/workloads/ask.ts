import type { Request } from '../measure/load.js';
import type { Json } from './workload.js';

/** Sends a single request and returns its response. */
export async function askOnce(url: string, request: Request): Promise<Json> {
  const { path, method, headers, body } = request;
  const response = await fetch(url + path, { method, headers, body });
  return (await response.json()) as Json;
}
