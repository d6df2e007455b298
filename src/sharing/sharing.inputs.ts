import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { JobChange } from '../domain/jobs/job-change.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { OptionalText } from '../domain/text.js';
import { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { PortalLink } from '../portal/portal-link.entity.js';
import { Bounded, counter } from '../visibility/bounds.js';
import { FieldFor } from '../visibility/declare.js';
import { Publication } from './publication.entity.js';
import { sharedItems } from './share-item.js';

@InputType({ description: 'An answer to a share prompt.' })
export class ShareWithClientInput {
  @FieldFor(whoMay('SHARE'), 'Which job.', () => ID)
  jobId!: string;

  @Bounded(counter)
  @FieldFor(whoMay('SHARE'), 'The revision of the prompt that was reviewed.', () => Int)
  revision!: number;

  @Bounded(sharedItems)
  @FieldFor(
    whoMay('SHARE'),
    'Keys of the ticked items: the whole client view. What is not ticked is withdrawn.',
    () => [ID],
  )
  items!: string[];

  @OptionalText(2000)
  @FieldFor(whoMay('SHARE'), 'A few words for the mail.', () => String, {
    nullable: true,
  })
  message?: string | null;
}

@ObjectType({
  implements: JobChange,
  description: 'What was shared and how it travels.',
})
export class ShareWithClientPayload extends JobChange {
  @FieldFor(whoMay('SHARE'), 'The version that the client sees now.', () => Publication)
  publication!: Publication;

  @FieldFor(whoMay('SHARE'), 'The link that was made for it.', () => PortalLink)
  portalLink!: PortalLink;

  @FieldFor(whoMay('SHARE'), 'The mails on their way.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

@ObjectType({
  implements: JobChange,
  description: 'The present view, on its way once more.',
})
export class ResendSharePayload extends JobChange {
  @FieldFor(whoMay('SHARE'), 'The version that the client sees.', () => Publication)
  publication!: Publication;

  @FieldFor(whoMay('SHARE'), 'The new link; earlier ones keep working.', () => PortalLink)
  portalLink!: PortalLink;

  @FieldFor(whoMay('SHARE'), 'The mails on their way.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

@ObjectType({
  implements: JobChange,
  description: 'The job with its prompt answered.',
})
export class DismissSharePromptPayload extends JobChange {}

@ObjectType({
  implements: JobChange,
  description: 'What the client sees from now on.',
})
export class UpdateSharingPayload extends JobChange {
  @FieldFor(whoMay('SHARE'), 'The version that the client sees now.', () => Publication)
  publication!: Publication;
}
