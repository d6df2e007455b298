import type { Request } from '../measure/load.js';
import type { Json } from './workload.js';

/** Sends one request by itself and reads what is answered. */
export async function askOnce(url: string, request: Request): Promise<Json> {
  const { path, method, headers, body } = request;
  const response = await fetch(url + path, { method, headers, body });
  return (await response.json()) as Json;
}
