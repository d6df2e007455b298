import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { OptionalText } from '../../domain/common/text.js';
import { JobChange } from '../../domain/jobs/job-change.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { Bounded, counter } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { sharedItems } from '../prompt/share-item.js';
import { Publication } from '../publish/publication.entity.js';

@InputType({ description: 'Input of shareWithClient.' })
export class ShareWithClientInput {
  @FieldFor(rolesWith('SHARE'), 'Job ID.', () => ID)
  jobId!: string;

  @Bounded(counter)
  @FieldFor(rolesWith('SHARE'), 'Revision of the reviewed prompt.', () => Int)
  revision!: number;

  @Bounded(sharedItems)
  @FieldFor(
    rolesWith('SHARE'),
    'Keys of the items that the client will see; all others are withdrawn.',
    () => [ID],
  )
  items!: string[];

  @OptionalText(2000)
  @FieldFor(rolesWith('SHARE'), 'Message in the email.', () => String, {
    nullable: true,
  })
  message?: string | null;

  @FieldFor(
    rolesWith('SHARE'),
    'Sets Job.keepInSync along with the share, as setKeepInSync does. Default: it stays as it is.',
    () => Boolean,
    { nullable: true, about: 'Job.keepInSync' },
  )
  keepInSync?: boolean | null;
}

@ObjectType({
  implements: JobChange,
  description: 'Result of shareWithClient.',
})
export class ShareWithClientPayload extends JobChange {
  @FieldFor(rolesWith('SHARE'), 'Publication that the client sees now.', () => Publication)
  publication!: Publication;

  @FieldFor(rolesWith('SHARE'), 'Portal link in the email.', () => PortalLink)
  portalLink!: PortalLink;

  @FieldFor(rolesWith('SHARE'), 'Queued emails.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

@ObjectType({
  implements: JobChange,
  description: 'Result of resendShare.',
})
export class ResendSharePayload extends JobChange {
  @FieldFor(rolesWith('SHARE'), 'Publication that the client sees.', () => Publication)
  publication!: Publication;

  @FieldFor(rolesWith('SHARE'), 'New portal link; earlier ones keep working.', () => PortalLink)
  portalLink!: PortalLink;

  @FieldFor(rolesWith('SHARE'), 'Queued emails.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

@ObjectType({
  implements: JobChange,
  description: 'Result of dismissSharePrompt.',
})
export class DismissSharePromptPayload extends JobChange {}

@ObjectType({
  implements: JobChange,
  description: 'Result of updateSharing.',
})
export class UpdateSharingPayload extends JobChange {
  @FieldFor(rolesWith('SHARE'), 'Publication that the client sees now.', () => Publication)
  publication!: Publication;
}
