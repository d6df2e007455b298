import { Client, fetchExchange } from '@urql/core';
import { type AllOfPortalFragment, PortalPageDocument } from '../gen/operations';
import { openLine } from './live-line';
import { codeOf } from './problem';

export type View =
  | { kind: 'LOADING' }
  | { kind: 'SHOWN'; portal: AllOfPortalFragment; at: Date; isOffline: boolean }
  /** The link opens nothing, or no longer; an answer that was on its way did not arrive. */
  | { kind: 'CLOSED'; isAnswerLost: boolean }
  /** Nothing could be asked. */
  | { kind: 'FAILED' };

const POLL = 15_000;
// Whatever is published after the first answer and before the line stands is told to nobody.
const AFTER_CONNECTING = 1_000;

/** Follows what a link shows: over a line to the server, and by asking now and then while there is none. */
export class FollowedPortal {
  readonly client: Client;
  private view: View = { kind: 'LOADING' };
  /** Only the latest question's answer counts: an earlier one may arrive after it. */
  private questions = 0;
  private isStopped = false;
  private isAnswerLost = false;
  private lineEnded = Number.NEGATIVE_INFINITY;
  private poll: ReturnType<typeof setInterval> | undefined;
  private readonly line: ReturnType<typeof openLine>;

  constructor(
    token: string,
    private readonly tell: (view: View) => void,
  ) {
    this.client = clientFor(token);
    this.line = openLine(token, {
      news: (portal) => this.showPortal(portal),
      up: () => this.caughtUp(),
      down: () => this.askNowAndThen(),
      over: () => this.lineIsOver(),
    });
    window.addEventListener('online', this.comeBack);
    window.addEventListener('offline', this.cutOff);
    document.addEventListener('visibilitychange', this.comeBack);
    void this.refresh();
  }

  /** Asks for all of it anew. */
  refresh = async (): Promise<void> => {
    this.questions += 1;
    const mine = this.questions;
    const { data, error } = await this.client.query(PortalPageDocument, {}).toPromise();
    if (mine !== this.questions || this.isStopped) return;
    if (data?.portal) this.showPortal(data.portal);
    else if (!error || opensNothing(codeOf(error))) this.close();
    else if (this.view.kind === 'SHOWN') this.cutOff();
    else this.show({ kind: 'FAILED' });
  };

  /** Something that was sent was refused: should the page be gone as well, it says so. */
  answerLost(): void {
    this.isAnswerLost = true;
    if (this.view.kind === 'CLOSED') this.close();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.poll);
    window.removeEventListener('online', this.comeBack);
    window.removeEventListener('offline', this.cutOff);
    document.removeEventListener('visibilitychange', this.comeBack);
    this.line.hangUp();
  }

  private showPortal(portal: AllOfPortalFragment): void {
    this.questions += 1;
    this.isAnswerLost = false;
    this.show({ kind: 'SHOWN', portal, at: new Date(), isOffline: false });
    // A line that ended by itself is not opened again in the same breath.
    if (Date.now() - this.lineEnded > POLL / 2) this.line.listen();
  }

  /** Everything goes at once; only the reader's own wish asks again. */
  private close(): void {
    this.stop();
    this.view = { kind: 'CLOSED', isAnswerLost: this.isAnswerLost };
    this.tell(this.view);
  }

  private show(view: View): void {
    this.view = view;
    if (!this.isStopped) this.tell(view);
  }

  private caughtUp(): void {
    clearInterval(this.poll);
    setTimeout(() => this.isStopped || this.refresh(), AFTER_CONNECTING);
  }

  private askNowAndThen(): void {
    clearInterval(this.poll);
    if (!this.isStopped) this.poll = setInterval(this.refresh, POLL);
  }

  /** Whether there is still something to see, the answer says. */
  private lineIsOver(): void {
    this.lineEnded = Date.now();
    this.askNowAndThen();
    void this.refresh();
  }

  /** What was shown stays, and says from when it is. */
  private readonly cutOff = (): void => {
    if (this.view.kind === 'SHOWN') this.show({ ...this.view, isOffline: true });
  };

  private readonly comeBack = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };
}

function clientFor(token: string): Client {
  return new Client({
    url: '/graphql',
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: {
      headers: { authorization: `Bearer ${token}` },
      cache: 'no-store',
      credentials: 'omit',
    },
  });
}

function opensNothing(code: string): boolean {
  return code === 'NOT_FOUND' || code === 'UNAUTHENTICATED';
}
