import type { EntityClass } from '@mikro-orm/postgresql';
import { attention } from '../../domain/attention/index.js';
import { business } from '../../domain/business/index.js';
import { cardPayments } from '../../domain/card-payments/index.js';
import { clients } from '../../domain/clients/index.js';
import { numberSeries } from '../../domain/common/index.js';
import { documents } from '../../domain/documents/index.js';
import { enquiries } from '../../domain/enquiries/index.js';
import { invoices } from '../../domain/invoices/index.js';
import { jobs } from '../../domain/jobs/index.js';
import { materials } from '../../domain/materials/index.js';
import { messages } from '../../domain/messages/index.js';
import { nodes } from '../../domain/nodes/index.js';
import { notes } from '../../domain/notes/index.js';
import { photos } from '../../domain/photos/index.js';
import { portalLinks } from '../../domain/portal-links/index.js';
import { quotes } from '../../domain/quotes/index.js';
import { reminders } from '../../domain/reminders/index.js';
import { removals } from '../../domain/removals/index.js';
import { search } from '../../domain/search/index.js';
import { signedAddresses } from '../../domain/signed-addresses/index.js';
import { staff } from '../../domain/staff/index.js';
import { stamps } from '../../domain/stamps/index.js';
import { todos } from '../../domain/todos/index.js';
import { visits } from '../../domain/visits/index.js';
import { webhooks } from '../../domain/webhooks/index.js';
import { email } from '../../email/index.js';
import { portal } from '../../portal/index.js';
import { sharing } from '../../sharing/index.js';
import { ErrorCodesResolver } from '../graphql/error-codes.resolver.js';
import { VisibilityResolver } from '../graphql/visibility.resolver.js';
import { LiveResolver } from '../subscriptions/live.resolver.js';

/** All nouns of the product. A new one is added here and nowhere else in the server. */
const NOUNS = [
  attention,
  business,
  clients,
  documents,
  numberSeries,
  enquiries,
  invoices,
  cardPayments,
  jobs,
  materials,
  messages,
  nodes,
  notes,
  photos,
  portalLinks,
  quotes,
  reminders,
  removals,
  search,
  signedAddresses,
  staff,
  stamps,
  todos,
  visits,
  webhooks,
  sharing,
  portal,
  email,
];

/** Entity classes of all tables. */
export const ENTITIES: EntityClass<unknown>[] = NOUNS.flatMap(({ entities }) => [...entities]);

/** Classes from which type-graphql builds the schema. */
export const RESOLVERS: NewableFunction[] = [
  ...NOUNS.flatMap(({ resolvers }) => [...resolvers]),
  ErrorCodesResolver,
  LiveResolver,
  VisibilityResolver,
];
