export interface Session {
  id: string;
  object: 'checkout.session';
  url: string | null;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  success_url: string;
  cancel_url: string;
  expires_at: number;
  title: string;
  account: string | null;
}

interface Intent {
  id: string;
  object: 'payment_intent';
  status: 'processing' | 'succeeded' | 'requires_payment_method';
  amount: number;
  currency: string;
  account: string | null;
}

export interface RefundJson {
  id: string;
  object: 'refund';
  amount: number;
  currency: string;
  payment_intent: string;
  status: 'pending' | 'succeeded' | 'failed';
  failure_reason?: string;
  metadata: Record<string, string>;
}

interface DisputeJson {
  id: string;
  object: 'dispute';
  amount: number;
  currency: string;
  payment_intent: string;
  status: 'needs_response' | 'won' | 'lost';
  reason: string;
}

export interface Account {
  id: string;
  object: 'account';
  charges_enabled: boolean;
  details_submitted: boolean;
  country: string | null;
}

export interface StripeEventJson {
  id: string;
  object: 'event';
  type: string;
  created: number;
  account?: string;
  data: { object: object };
}

interface ApiAnswer {
  status: number;
  body: object;
}

/** What the local Stripe knows: pages, payments, refunds, disputes and accounts; emits an event for each change. */
export class StripeBooks {
  readonly sessions = new Map<string, Session>();
  readonly intents = new Map<string, Intent>();
  readonly refunds = new Map<string, RefundJson>();
  readonly disputes = new Map<string, DisputeJson>();
  readonly accounts = new Map<string, Account>();
  payPages = '';
  onEvent: (event: StripeEventJson) => void = () => undefined;
  /** Refunds are refused while this is set. */
  refundRefusal: string | null = null;
  refundStatus: 'pending' | 'succeeded' = 'succeeded';
  #count = 0;

  answer(method: string, path: string, params: URLSearchParams, account: string | null): ApiAnswer {
    const [, , noun = '', ...rest] = path.split('/');
    const [id = '', verb] = noun === 'checkout' ? rest.slice(1) : rest;
    if (noun === 'checkout' && method === 'POST' && !id) return ok(this.#create(params, account));
    if (noun === 'checkout') return this.#session(id, account, verb, params);
    if (noun === 'refunds' && method === 'POST') return this.#refund(params, account);
    if (noun === 'refunds') return ok(listOf(this.refunds, params));
    if (noun === 'disputes') return ok(listOf(this.disputes, params));
    if (noun === 'accounts' && method === 'POST') return ok(this.#account(params));
    if (noun === 'accounts') return found(this.accounts.get(id));
    if (noun === 'account_links')
      return ok({ url: `${this.payPages}onboarding`, object: 'account_link' });
    return refused('resource_missing', 404);
  }

  /** The client pays on the page. An asynchronous way to pay is confirmed later. */
  pay(sessionId: string, { isAsync = false } = {}): void {
    const session = this.sessions.get(sessionId);
    if (session?.status !== 'open') throw new Error('This page takes no payment.');
    const { amount_total: amount, currency, account } = session;
    const id = this.#id('pi');
    const status = isAsync ? 'processing' : 'succeeded';
    this.intents.set(id, { id, object: 'payment_intent', status, amount, currency, account });
    Object.assign(session, { status: 'complete', payment_intent: id, url: null });
    if (!isAsync) session.payment_status = 'paid';
    this.#emit('checkout.session.completed', session, account);
  }

  /** The bank confirms or refuses an asynchronous payment. */
  confirm(sessionId: string, isPaid: boolean): void {
    const session = this.sessions.get(sessionId) as Session;
    const intent = this.intents.get(session.payment_intent ?? '') as Intent;
    intent.status = isPaid ? 'succeeded' : 'requires_payment_method';
    if (isPaid) session.payment_status = 'paid';
    const outcome = isPaid ? 'succeeded' : 'failed';
    this.#emit(`checkout.session.async_payment_${outcome}`, session, session.account);
  }

  expire(sessionId: string): void {
    const session = this.sessions.get(sessionId) as Session;
    Object.assign(session, { status: 'expired', url: null });
    this.#emit('checkout.session.expired', session, session.account);
  }

  /** A refund made at Stripe, by hand. */
  refundByHand(paymentIntent: string, amount: number): void {
    const params = new URLSearchParams({ payment_intent: paymentIntent, amount: String(amount) });
    const { account } = this.intents.get(paymentIntent) as Intent;
    const { status } = this.#refund(params, account);
    if (status !== 200) throw new Error('The refund was refused.');
  }

  failRefund(id: string): void {
    const refund = this.refunds.get(id) as RefundJson;
    Object.assign(refund, { status: 'failed', failure_reason: 'lost_or_stolen_card' });
    this.#emit('refund.failed', refund, this.intents.get(refund.payment_intent)?.account);
  }

  dispute(paymentIntent: string): string {
    const { amount, currency, account } = this.intents.get(paymentIntent) as Intent;
    const id = this.#id('dp');
    const dispute: DisputeJson = {
      id,
      object: 'dispute',
      amount,
      currency,
      payment_intent: paymentIntent,
      status: 'needs_response',
      reason: 'fraudulent',
    };
    this.disputes.set(id, dispute);
    this.#emit('charge.dispute.created', dispute, account);
    return id;
  }

  closeDispute(id: string, status: 'won' | 'lost'): void {
    const dispute = this.disputes.get(id) as DisputeJson;
    dispute.status = status;
    this.#emit('charge.dispute.closed', dispute, this.intents.get(dispute.payment_intent)?.account);
  }

  /** The business gives Stripe its details. */
  completeAccount(id: string): void {
    const account = this.accounts.get(id) as Account;
    Object.assign(account, { charges_enabled: true, details_submitted: true });
    this.#emit('account.updated', account, id);
  }

  event(type: string, object: object, account: string | null = null): StripeEventJson {
    return {
      id: this.#id('evt'),
      object: 'event',
      type,
      created: Math.floor(Date.now() / 1000),
      ...(account && { account }),
      data: { object: structuredClone(object) },
    };
  }

  #emit(type: string, object: object, account: string | null | undefined): void {
    this.onEvent(this.event(type, object, account ?? null));
  }

  #create(params: URLSearchParams, account: string | null): Session {
    const id = this.#id('cs');
    const price = (name: string) => params.get(`line_items[0][price_data]${name}`) ?? '';
    const session: Session = {
      id,
      object: 'checkout.session',
      url: `${this.payPages}${id}`,
      status: 'open',
      payment_status: 'unpaid',
      amount_total: Number(price('[unit_amount]')),
      currency: price('[currency]'),
      client_reference_id: params.get('client_reference_id'),
      metadata: {},
      payment_intent: null,
      success_url: params.get('success_url') ?? '',
      cancel_url: params.get('cancel_url') ?? '',
      expires_at: Number(params.get('expires_at')),
      title: price('[product_data][name]'),
      account,
    };
    this.sessions.set(id, session);
    return structuredClone(session);
  }

  #session(
    id: string,
    account: string | null,
    verb: string | undefined,
    params: URLSearchParams,
  ): ApiAnswer {
    const session = this.sessions.get(id);
    if (!session || session.account !== account) return refused('resource_missing', 404);
    if (verb === 'expire') {
      if (session.status !== 'open') return refused('checkout_session_not_open');
      this.expire(id);
    }
    const isExpanded = params.get('expand[0]') === 'payment_intent' && session.payment_intent;
    const intent = isExpanded ? this.intents.get(session.payment_intent ?? '') : undefined;
    return ok({ ...session, ...(intent && { payment_intent: intent }) });
  }

  #refund(params: URLSearchParams, account: string | null): ApiAnswer {
    if (this.refundRefusal) return refused(this.refundRefusal);
    const intent = this.intents.get(params.get('payment_intent') ?? '');
    if (!intent || intent.account !== account) return refused('resource_missing', 404);
    const amount = Number(params.get('amount'));
    if (amount > intent.amount - this.refundedOf(intent.id))
      return refused('charge_already_refunded');
    const ownId = params.get('metadata[jobglass_refund]');
    const refund: RefundJson = {
      id: this.#id('re'),
      object: 'refund',
      amount,
      currency: intent.currency,
      payment_intent: intent.id,
      status: this.refundStatus,
      metadata: ownId ? { jobglass_refund: ownId } : {},
    };
    this.refunds.set(refund.id, refund);
    this.#emit('refund.created', refund, account);
    return ok(structuredClone(refund));
  }

  refundedOf(paymentIntent: string): number {
    return [...this.refunds.values()]
      .filter(
        ({ payment_intent, status }) => payment_intent === paymentIntent && status !== 'failed',
      )
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  #account(params: URLSearchParams): Account {
    const id = this.#id('acct');
    const account: Account = {
      id,
      object: 'account',
      charges_enabled: false,
      details_submitted: false,
      country: params.get('country'),
    };
    this.accounts.set(id, account);
    return structuredClone(account);
  }

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}_${process.pid}_${Date.now().toString(36)}_${this.#count}`;
  }
}

function ok(body: object): ApiAnswer {
  return { status: 200, body };
}

function found(body: object | undefined): ApiAnswer {
  return body ? ok(body) : refused('resource_missing', 404);
}

function refused(code: string, status = 400): ApiAnswer {
  const error = { type: 'invalid_request_error', code, message: `Refused: ${code}.` };
  return { status, body: { error } };
}

function listOf(all: Map<string, { payment_intent: string }>, params: URLSearchParams): object {
  const data = [...all.values()].filter(
    ({ payment_intent }) => payment_intent === params.get('payment_intent'),
  );
  return { object: 'list', data, has_more: false, url: '/v1/list' };
}
