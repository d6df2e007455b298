import { QuoteAnswer } from './answers/quote-answer.entity.js';
import { QuoteChoiceResolver } from './choice/quote-choice.resolver.js';
import { QuoteTotalResolver } from './choice/quote-total.resolver.js';
import { QuoteSumsResolver } from './lists/quote-sums.resolver.js';
import { Quote } from './quote.entity.js';
import { QuoteRelationsResolver, QuoteResolver } from './quote.resolver.js';
import { QuoteChangesResolver } from './quote-changes.resolver.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteMarginResolver } from './quote-margin.resolver.js';
import {
  QuoteAnswerResolver,
  QuoteHistoryResolver,
  QuoteVersionResolver,
} from './versions/quote-history.resolver.js';
import { QuoteVersion } from './versions/quote-version.entity.js';

export const quotes = {
  entities: [Quote, QuoteLine, QuoteVersion, QuoteAnswer],
  resolvers: [
    QuoteSumsResolver,
    QuoteResolver,
    QuoteRelationsResolver,
    QuoteChangesResolver,
    QuoteChoiceResolver,
    QuoteTotalResolver,
    QuoteMarginResolver,
    QuoteHistoryResolver,
    QuoteVersionResolver,
    QuoteAnswerResolver,
  ],
};
