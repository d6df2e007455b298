import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { type Account, type Session, StripeBooks, type StripeEventJson } from './stripe/books.js';
import { payPage } from './stripe/pay-page.js';

export const STRIPE_KEY = 'sk_test_loopback';
export const WEBHOOK_SECRET = 'whsec_loopback';

interface Call {
  method: string;
  path: string;
  account: string | null;
  idempotencyKey: string | null;
  params: URLSearchParams;
}

/**
 * Local replacement of Stripe's API for the real package: accounts, payment pages, refunds, disputes and signed events.
 * A call with an idempotency key is answered once, and with an error if its parameters differ, as at Stripe.
 */
export async function openStripe() {
  const books = new StripeBooks();
  const calls: Call[] = [];
  const answers = new Map<string, { params: string; body: object }>();
  const signer = new Stripe(STRIPE_KEY);
  let webhook: string | null = null;
  let isAutomatic = true;
  let beforeAnswer: (call: Call) => Promise<void> | void = () => undefined;
  let failure: (call: Call) => { status: number; code: string } | null = () => null;
  /** Events that were not delivered yet, in order. */
  const waiting: StripeEventJson[] = [];
  const deliveries: Promise<unknown>[] = [];

  books.onEvent = (event) => {
    waiting.push(event);
    if (isAutomatic) deliveries.push(deliverAll());
  };

  async function send(event: StripeEventJson, secret = WEBHOOK_SECRET): Promise<number> {
    if (!webhook) throw new Error('Tell the loopback first where Jobglass is.');
    const payload = JSON.stringify(event);
    const response = await fetch(`${webhook}/webhooks/stripe`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signer.webhooks.generateTestHeaderString({ payload, secret }),
      },
      body: payload,
    });
    await response.arrayBuffer();
    return response.status;
  }

  async function deliverAll(): Promise<void> {
    for (const event of waiting.splice(0)) await send(event);
  }

  async function api(call: Call): Promise<{ status: number; body: object }> {
    const refused = failure(call);
    if (refused) return errorAnswer(refused.status, refused.code);
    const { idempotencyKey } = call;
    const known = idempotencyKey ? answers.get(idempotencyKey) : undefined;
    const params = call.params.toString();
    if (known && known.params !== params)
      return errorAnswer(400, 'idempotency_error', 'idempotency_error');
    if (known) return { status: 200, body: known.body };
    const answer = books.answer(call.method, call.path, call.params, call.account);
    if (answer.status === 200 && idempotencyKey && call.method === 'POST')
      answers.set(idempotencyKey, { params, body: answer.body });
    return answer;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'http://stripe');
    if (url.pathname.startsWith('/pay/')) return payPage(books, request, response);
    if (request.headers.authorization !== `Bearer ${STRIPE_KEY}`)
      return json(response, errorAnswer(401, 'invalid_api_key'));
    const call: Call = {
      method: request.method ?? 'GET',
      path: url.pathname,
      account: (request.headers['stripe-account'] as string | undefined) ?? null,
      idempotencyKey: (request.headers['idempotency-key'] as string | undefined) ?? null,
      params: request.method === 'GET' ? url.searchParams : new URLSearchParams(text),
    };
    calls.push(call);
    const answer = await api(call);
    await beforeAnswer(call);
    json(response, answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  books.payPages = `${baseUrl}/pay/`;

  return {
    baseUrl,
    books,
    /** Every call of the API, including repeated ones. */
    calls,
    waiting,
    /** Settings of Jobglass for this server. */
    config: (connect = false) => ({
      apiKey: STRIPE_KEY,
      webhookSecrets: [WEBHOOK_SECRET],
      baseUrl,
      connect,
    }),
    deliverTo(url: string) {
      webhook = url;
    },
    /** Keeps events back until they are sent or dropped; or sends each as it happens. */
    hold(isHeld = true) {
      isAutomatic = !isHeld;
    },
    send,
    deliverAll,
    /** Waits until the events that were sent as they happened are answered. */
    async settled() {
      await Promise.all(deliveries.splice(0));
    },
    beforeAnswer(hook: typeof beforeAnswer) {
      beforeAnswer = hook;
    },
    /** Idempotency keys are forgotten, as at Stripe after a day. */
    forgetKeys: () => answers.clear(),
    failWhen(chosen: typeof failure) {
      failure = chosen;
    },
    sessions: (): Session[] => [...books.sessions.values()],
    accounts: (): Account[] => [...books.accounts.values()],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export type StripeLoopback = Awaited<ReturnType<typeof openStripe>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function errorAnswer(status: number, code: string, type = 'invalid_request_error') {
  return { status, body: { error: { type, code, message: `Refused: ${code}.` } } };
}

function json(response: ServerResponse, { status, body }: { status: number; body: object }): void {
  if (response.destroyed) return;
  response
    .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_loopback' })
    .end(JSON.stringify(body));
}
