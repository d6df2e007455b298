import { Ctx, ID, Int, Resolver } from 'type-graphql';
import type { Context } from '../domain/context.js';
import { checkText } from '../domain/text.js';
import { clientOnly } from '../visibility/audience.js';
import { ArgFor, MutationFor } from '../visibility/declare.js';
import type { ClientPrincipal } from '../visibility/principal.js';
import { answerQuote } from './answer-quote.js';
import {
  AcceptQuotePayload,
  DeclineQuotePayload,
  RequestQuoteChangesPayload,
} from './quote-answers.payloads.js';

const MOST_NAME = 200;
const MOST_MESSAGE = 5000;
const VERSION = 'The version that you read.';

/** What a client can say to a quote of the job of its link. */
@Resolver()
export class QuoteAnswersResolver {
  @MutationFor(
    clientOnly,
    'Accepts a quote as you see it. Accepting it twice is the same as once.',
    () => AcceptQuotePayload,
  )
  acceptQuote(
    @ArgFor(clientOnly, 'quoteId', 'Which quote.', () => ID) quoteId: string,
    @ArgFor(clientOnly, 'version', VERSION, () => Int) version: number,
    @ArgFor(
      clientOnly,
      'name',
      'Your name, as your signature; at most 200 characters.',
      () => String,
    )
    name: string,
    @Ctx() { change, config }: Context<ClientPrincipal>,
  ) {
    return change((unit) =>
      answerQuote(unit, config, { quoteId, version, kind: 'ACCEPTED', name }, () =>
        checkText(name, MOST_NAME, 'name'),
      ),
    );
  }

  @MutationFor(clientOnly, 'Declines a quote as you see it.', () => DeclineQuotePayload)
  declineQuote(
    @ArgFor(clientOnly, 'quoteId', 'Which quote.', () => ID) quoteId: string,
    @ArgFor(clientOnly, 'version', VERSION, () => Int) version: number,
    @ArgFor(clientOnly, 'reason', 'Why, if you like; at most 5,000 characters.', () => String, {
      nullable: true,
    })
    reason: string | null,
    @Ctx() { change, config }: Context<ClientPrincipal>,
  ) {
    return change((unit) =>
      answerQuote(unit, config, { quoteId, version, kind: 'DECLINED', message: reason }, () => {
        if (reason?.trim()) checkText(reason, MOST_MESSAGE, 'reason');
      }),
    );
  }

  @MutationFor(
    clientOnly,
    'Asks for changes to a quote. You can still accept or decline it until a new version is there.',
    () => RequestQuoteChangesPayload,
  )
  async requestQuoteChanges(
    @ArgFor(clientOnly, 'quoteId', 'Which quote.', () => ID) quoteId: string,
    @ArgFor(clientOnly, 'version', VERSION, () => Int) version: number,
    @ArgFor(clientOnly, 'message', 'What should change; at most 5,000 characters.', () => String)
    message: string,
    @Ctx() { change, config, limits, principal }: Context<ClientPrincipal>,
  ) {
    if (principal.link) await limits.clientWrites.addChangeRequest(principal.link);
    return change((unit) =>
      answerQuote(unit, config, { quoteId, version, kind: 'CHANGES_REQUESTED', message }, () =>
        checkText(message, MOST_MESSAGE, 'message'),
      ),
    );
  }
}
