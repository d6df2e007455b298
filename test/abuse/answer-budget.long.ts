import { serveLargeClient, TOO_LARGE, tryLargeQueries } from './large-answers.js';

serveLargeClient();

tryLargeQueries(TOO_LARGE, 4, 24);
