import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { WebhookConfig } from '../../../config/webhook-settings.js';
import { AddressRefused, findAddresses, type HostAddress } from './find-addresses.js';
import { isPublicAddress } from './public-address.js';

/** Maximum time for an attempt as a whole. */
export const ATTEMPT_TIMEOUT_MS = 10_000;
/** Of an answer no more than this is read, and nothing is kept. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Outcome of one attempt. */
export interface PostResult {
  statusCode: number | null;
  /** Null after a 2xx answer, else why it failed, in words. */
  error: string | null;
}

/**
 * Posts an event once. Connects only to addresses that were checked just before, follows no redirect, and never takes
 * longer than ten seconds. Throws if it was stopped.
 */
export async function postEvent(
  url: string,
  { body, headers }: { body: string; headers: Record<string, string> },
  config: WebhookConfig,
  stopping: AbortSignal,
): Promise<PostResult> {
  const limit = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
  const signal = AbortSignal.any([stopping, limit]);
  try {
    const target = new URL(url);
    if (target.protocol !== 'https:' && !config.allowPrivate)
      throw new AddressRefused('Events are sent to https addresses only.');
    const addresses = await orAborted(signal, findAddresses(target, config));
    const answer = await answerTo(target, addresses, { body, headers }, config, signal);
    const statusCode = answer.statusCode as number;
    await readSome(answer);
    return {
      statusCode,
      error: statusCode >= 200 && statusCode < 300 ? null : refusal(statusCode),
    };
  } catch (error) {
    if (stopping.aborted) throw error;
    return { statusCode: null, error: limit.aborted ? NO_ANSWER : inWords(error) };
  }
}

const NO_ANSWER = 'There was no answer within 10 seconds.';

function answerTo(
  target: URL,
  addresses: HostAddress[],
  { body, headers }: { body: string; headers: Record<string, string> },
  { allowPrivate }: WebhookConfig,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const request: ClientRequest = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // A connection for each attempt, so that each is made to an address that was just checked.
      agent: false,
      lookup: pinnedTo(addresses),
      signal,
    });
    request.on('socket', (socket) => {
      // The last word on where it goes, whatever was resolved.
      socket.on('connect', () => {
        const { remoteAddress = '' } = socket;
        if (!allowPrivate && !isPublicAddress(remoteAddress))
          request.destroy(new AddressRefused('The address leads to a private network.'));
      });
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** Answers with the checked addresses, so that no second look at DNS can lead elsewhere. */
function pinnedTo(addresses: HostAddress[]): LookupFunction {
  return (_, { all }, found) => {
    const [first] = addresses;
    if (all) found(null, addresses);
    else found(null, first?.address ?? '', first?.family);
  };
}

/** Reads an answer to its end or its bound. Its status has come, so a break does not matter any more. */
async function readSome(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (bytes > MAX_ANSWER_BYTES) break;
    }
  } catch {
    // The status counts.
  } finally {
    answer.destroy();
  }
}

/** Waits for a promise that cannot be stopped. */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function refusal(statusCode: number): string {
  if (statusCode >= 300 && statusCode < 400)
    return `It answered ${statusCode}; redirects are not followed, so register the address that it leads to.`;
  return `It answered ${statusCode}; only a status from 200 to 299 says that the event arrived.`;
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection broke before the answer.',
  EPIPE: 'The connection broke before the answer.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  ETIMEDOUT: 'The host did not answer in time.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is not from a certificate authority.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is not from a certificate authority.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'Its certificate cannot be verified; a part of the chain is missing.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
};

function inWords(error: unknown): string {
  if (error instanceof AddressRefused) return error.message;
  const [first] = error instanceof AggregateError ? error.errors : [error];
  const { code = '' } = (first ?? {}) as { code?: string };
  return WORDS[code] ?? 'It could not be sent, or the answer was not HTTP.';
}
