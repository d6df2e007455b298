import { type PortalContentFragment, PortalPageDocument } from '../gen/portal-operations';
import { errorCode } from './errors';
import { askPortal, type PortalOperation, type PortalResult } from './portal-api';
import type { PortalSubscription } from './subscription';
import { READ_TIMEOUT_MS, SEND_TIMEOUT_MS, timedFetch } from './timed-fetch';

export type View =
  | { kind: 'LOADING' }
  | { kind: 'SHOWN'; portal: PortalContentFragment; at: Date; isOffline: boolean }
  /** The link is unknown, revoked or expired. `isAnswerLost`: a mutation under way was refused. */
  | { kind: 'CLOSED'; isAnswerLost: boolean }
  /** The first request failed: no connection, or a server error. */
  | { kind: 'FAILED' };

const POLL_INTERVAL_MS = 15_000;
// A publication between the first answer and the start of the subscription causes no event, so the page reads again.
const REFRESH_AFTER_CONNECTING_MS = 1_000;

/** Client-side state of one portal link. Updated by a GraphQL subscription; polls while the socket is down. */
export class LivePortal {
  private view: View = { kind: 'LOADING' };
  /** Number of the newest request. Answers to older requests are ignored, since they may arrive late. */
  private latestRequest = 0;
  private isStopped = false;
  private isAnswerLost = false;
  private subscriptionEndedAt = Number.NEGATIVE_INFINITY;
  private poll: ReturnType<typeof setInterval> | undefined;
  private subscription: Promise<PortalSubscription> | null = null;

  constructor(
    private readonly token: string,
    private readonly onChange: (view: View) => void,
  ) {
    window.addEventListener('online', this.refreshIfVisible);
    window.addEventListener('offline', this.setOffline);
    document.addEventListener('visibilitychange', this.refreshIfVisible);
    void this.refresh();
  }

  /** Sends a mutation; gives up after a time, when nobody knows whether it arrived. */
  send<Data, Variables>(
    mutation: PortalOperation<Data, Variables>,
    variables: Variables,
  ): Promise<PortalResult<Data>> {
    return askPortal(this.token, mutation, variables, sendFetch);
  }

  read<Data, Variables>(
    query: PortalOperation<Data, Variables>,
    variables: Variables,
  ): Promise<PortalResult<Data>> {
    return askPortal(this.token, query, variables, readFetch);
  }

  /** Reads the whole portal again. */
  refresh = async (): Promise<void> => {
    this.latestRequest += 1;
    const request = this.latestRequest;
    const { data, error } = await this.read(PortalPageDocument, {});
    if (request !== this.latestRequest || this.isStopped) return;
    if (data?.portal) this.showPortal(data.portal);
    else if (!error || isLinkClosed(errorCode(error))) this.close();
    else if (this.view.kind === 'SHOWN') this.setOffline();
    else this.show({ kind: 'FAILED' });
  };

  /** Records that a mutation was refused: if the link is closed too, the closed page says so. */
  reportLostAnswer(): void {
    this.isAnswerLost = true;
    if (this.view.kind === 'CLOSED') this.close();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.poll);
    window.removeEventListener('online', this.refreshIfVisible);
    window.removeEventListener('offline', this.setOffline);
    document.removeEventListener('visibilitychange', this.refreshIfVisible);
    void this.subscription?.then((subscription) => subscription.close());
  }

  private showPortal(portal: PortalContentFragment): void {
    this.latestRequest += 1;
    this.isAnswerLost = false;
    this.show({ kind: 'SHOWN', portal, at: new Date(), isOffline: false });
    // Do not reopen at once a subscription that the server has just ended.
    if (Date.now() - this.subscriptionEndedAt > POLL_INTERVAL_MS / 2) void this.subscribe();
  }

  /** Loaded after the first view, which does not need it. Without it the page polls, and tries again with each answer. */
  private async subscribe(): Promise<void> {
    if (this.isStopped) return;
    this.subscription ??= import('./subscription').then(({ portalSubscription }) =>
      portalSubscription(this.token, {
        onPortal: (portal) => this.showPortal(portal),
        onConnected: () => this.handleConnected(),
        onDisconnected: () => this.startPolling(),
        onEnded: () => this.handleSubscriptionEnd(),
      }),
    );
    try {
      const subscription = await this.subscription;
      if (!this.isStopped) subscription.start();
    } catch {
      this.subscription = null;
      this.startPolling();
    }
  }

  /** Removes all content at once and stops: only the reader can try again. */
  private close(): void {
    this.stop();
    this.view = { kind: 'CLOSED', isAnswerLost: this.isAnswerLost };
    this.onChange(this.view);
  }

  private show(view: View): void {
    this.view = view;
    if (!this.isStopped) this.onChange(view);
  }

  /** Stops polling, and reads once more for changes before the subscription started. */
  private handleConnected(): void {
    clearInterval(this.poll);
    setTimeout(() => this.isStopped || this.refresh(), REFRESH_AFTER_CONNECTING_MS);
  }

  private startPolling(): void {
    clearInterval(this.poll);
    if (!this.isStopped) this.poll = setInterval(this.refresh, POLL_INTERVAL_MS);
  }

  /** The server ended the subscription; the next read shows whether the link still opens. */
  private handleSubscriptionEnd(): void {
    this.subscriptionEndedAt = Date.now();
    this.startPolling();
    void this.refresh();
  }

  /** Keeps the content, marked with the time it is from. */
  private readonly setOffline = (): void => {
    if (this.view.kind === 'SHOWN') this.show({ ...this.view, isOffline: true });
  };

  private readonly refreshIfVisible = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };
}

const sendFetch = timedFetch(SEND_TIMEOUT_MS);
const readFetch = timedFetch(READ_TIMEOUT_MS);

function isLinkClosed(code: string): boolean {
  return code === 'NOT_FOUND' || code === 'UNAUTHENTICATED';
}
